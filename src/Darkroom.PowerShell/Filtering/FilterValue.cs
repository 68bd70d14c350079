namespace Darkroom.PowerShell.Filtering;

/// <summary>What a property is compared with, as it was written.</summary>
internal abstract record FilterValue(FilterPosition At)
{
    /// <summary>A text in single quotes, or a word without any.</summary>
    public sealed record Text(string Content, FilterPosition At) : FilterValue(At);

    /// <summary>A text in double quotes: pieces of text and variables between them.</summary>
    public sealed record Expandable(IReadOnlyList<FilterValue> Pieces, FilterPosition At) : FilterValue(At)
    {
        public bool Equals(Expandable? other) => other is not null && Pieces.SequenceEqual(other.Pieces);

        public override int GetHashCode() => Pieces.Count;
    }

    /// <summary>A decimal where it fits into one, a double else.</summary>
    public sealed record Number(object Amount, FilterPosition At) : FilterValue(At);

    /// <summary>$null, $true or $false.</summary>
    public sealed record Constant(bool? Truth, FilterPosition At) : FilterValue(At);

    /// <summary>A variable of the session, or a member of one.</summary>
    public sealed record Variable(string Name, IReadOnlyList<string> Members, FilterPosition At) : FilterValue(At)
    {
        public bool Equals(Variable? other) => other is not null && Name == other.Name && Members.SequenceEqual(other.Members);

        public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
    }

    public sealed record List(IReadOnlyList<FilterValue> Items, FilterPosition At) : FilterValue(At)
    {
        public bool Equals(List? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Count;
    }
}
