namespace Darkroom.Contracts.Paths;

/// <summary>The suffixes of the item types, and the shape of the id that a label of each type may carry.</summary>
public static class ItemTypes
{
    private const int LongestId = 64;

    private static readonly ItemType[] All = Enum.GetValues<ItemType>();
    private static readonly string[] Suffixes = Array.ConvertAll(All, type => type.ToString().ToLowerInvariant());

    /// <summary>Every suffix, in the order of <see cref="ItemType"/>.</summary>
    public static IReadOnlyList<string> AllSuffixes => Suffixes;

    /// <summary>The suffix of a type, without its dot: <c>template</c>.</summary>
    public static string Suffix(this ItemType type) => Suffixes[(int)type];

    /// <summary>Reads a suffix without its dot, whatever its case.</summary>
    public static bool TryParse(ReadOnlySpan<char> suffix, out ItemType type)
    {
        foreach (var candidate in All)
        {
            if (suffix.Equals(Suffixes[(int)candidate], StringComparison.OrdinalIgnoreCase))
            {
                type = candidate;
                return true;
            }
        }

        type = default;
        return false;
    }

    /// <summary>
    /// Whether the text can be the id in a label of this type. Names may end in parentheses too, so only the shape tells an id from a name.
    /// </summary>
    public static bool IsLabelId(this ItemType type, ReadOnlySpan<char> text) => text.Length <= LongestId && type switch
    {
        // A subnet's label carries the id of its VPC: its own block is unique there.
        ItemType.VirtualPrivateCloud or ItemType.Network => IsPrefixed(text, "vpc-"),
        ItemType.Template => IsPrefixed(text, "ami-"),
        ItemType.Vm => IsPrefixed(text, "i-"),
        ItemType.LaunchTemplate => IsPrefixed(text, "lt-"),
        ItemType.SecurityGroup => IsPrefixed(text, "sg-"),
        ItemType.LaunchTemplateVersion => IsVersionNumber(text),
        ItemType.ServiceOffering => IsInstanceType(text),
        _ => false,
    };

    private static bool IsPrefixed(ReadOnlySpan<char> text, string prefix)
    {
        if (text.Length <= prefix.Length || !text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var c in text[prefix.Length..])
        {
            if (!char.IsAsciiLetterOrDigit(c)) return false;
        }

        return true;
    }

    private static bool IsVersionNumber(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
        }

        return text.Length > 0;
    }

    private static bool IsInstanceType(ReadOnlySpan<char> text)
    {
        var dot = text.IndexOf('.');
        if (dot <= 0 || dot == text.Length - 1) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (i != dot && !char.IsAsciiLetterOrDigit(text[i]) && text[i] != '-') return false;
        }

        return true;
    }
}
