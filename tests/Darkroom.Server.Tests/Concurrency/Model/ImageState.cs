using System.Collections.Immutable;
using System.Text;
using Darkroom.Contracts.Images;

namespace Darkroom.Server.Tests.Concurrency.Model;

/// <summary>The hosting units of one definition's world.</summary>
internal enum Unit
{
    Own,

    /// <summary>In another zone, on the same connection.</summary>
    Beside,

    /// <summary>On another connection to the same account and Region.</summary>
    OtherConnection,
    OtherRegion,
    OtherAccount,
}

/// <summary>Everything that the rules of images look at, about one definition.</summary>
internal sealed record ImageState
{
    public static readonly ImageState Start = new();

    public bool HasDefinition { get; init; } = true;

    /// <summary>The highest number ever given.</summary>
    public int LatestVersion { get; init; }

    public ImmutableSortedSet<int> Versions { get; init; } = [];

    public ImmutableSortedDictionary<Guid, SpecState> Specs { get; init; } = ImmutableSortedDictionary<Guid, SpecState>.Empty;

    public ImmutableSortedDictionary<Guid, OperationInState> Operations { get; init; } = ImmutableSortedDictionary<Guid, OperationInState>.Empty;

    public ImmutableSortedSet<Unit> Units { get; init; } = [.. Enum.GetValues<Unit>()];

    /// <summary>Preparations whose image was left in the account by a purge; <see cref="Existence.Unknown"/> where it may have been gone before.</summary>
    public ImmutableSortedDictionary<Guid, Existence> Left { get; init; } = ImmutableSortedDictionary<Guid, Existence>.Empty;

    public SpecState? PreparedOf(int version) => Specs.Values.FirstOrDefault(s => s.Version == version && s.IsPrepared);

    /// <summary>The other spec of its version.</summary>
    public IEnumerable<KeyValuePair<Guid, SpecState>> Beside(Guid uid) => Specs.Where(s => s.Key != uid && s.Value.Version == Specs[uid].Version);

    public OperationInState? PreparationOf(SpecState spec) => spec.Preparation is { } id ? Operations[id] : null;

    public ImageState With(Guid uid, SpecState spec) => this with { Specs = Specs.SetItem(uid, spec) };

    public ImageState With(Guid id, OperationInState operation) => this with { Operations = Operations.SetItem(id, operation) };

    /// <summary>The spec is forgotten; its image stays in the account.</summary>
    public ImageState Forget(Guid uid) => this with
    {
        Specs = Specs.Remove(uid),
        Left = Specs[uid].Image == Existence.None ? Left : Left.SetItem(Specs[uid].Preparation!.Value, Specs[uid].Image),
    };

    /// <summary>Equal states have equal texts.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(HasDefinition ? "definition" : "no definition").Append(", latest ").Append(LatestVersion)
            .Append(", versions [").AppendJoin(' ', Versions).Append("], units [").AppendJoin(' ', Units).AppendLine("]");
        foreach (var (uid, spec) in Specs)
        {
            text.Append("  spec ").Append(uid).Append(' ').Append(spec).AppendLine();
        }

        foreach (var (id, operation) in Operations)
        {
            text.Append("  operation ").Append(id).Append(' ').Append(operation).AppendLine();
        }

        return text.AppendJoin("", Left.Select(left => $"  image of {left.Key} left: {left.Value}\n")).ToString();
    }
}

internal enum Existence { None, There, Unknown }

internal sealed record SpecState(int Version, Unit Unit)
{
    /// <summary>The master's guest passes a preparation.</summary>
    public required bool IsSound { get; init; }

    /// <summary>Null on a master spec.</summary>
    public Guid? Preparation { get; init; }

    /// <summary>While it is being removed: what it was before.</summary>
    public ImageVersionSpecStatus Status { get; init; }

    public Guid? Removal { get; init; }

    public Existence Image { get; init; }

    public ImmutableSortedDictionary<Unit, ShareState> Shares { get; init; } = ImmutableSortedDictionary<Unit, ShareState>.Empty;

    public bool IsPrepared => Preparation is not null;

    public ImageVersionSpecStatus Shown => Removal is null ? Status : ImageVersionSpecStatus.Deleting;

    public SpecState With(Unit unit, ShareState share) => this with { Shares = Shares.SetItem(unit, share) };

    public override string ToString() =>
        $"{(IsPrepared ? "prepared" : "master")} of {Version} in {Unit}: {Shown} ({Status}), image {Image}, shares [{string.Join(' ', Shares.Select(s => $"{s.Key}:{s.Value}"))}], "
        + $"sound {IsSound}, preparation {Preparation}, removal {Removal}";
}

internal sealed record ShareState(ImageShareStatus Status, Guid Operation)
{
    public bool IsAtWork => Status is ImageShareStatus.InProgress or ImageShareStatus.Deleting;
}
