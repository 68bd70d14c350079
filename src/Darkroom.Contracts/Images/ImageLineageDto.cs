using System.Text.Json.Serialization;
using Darkroom.Contracts.Problems;

namespace Darkroom.Contracts.Images;

/// <summary>What a node of a lineage is.</summary>
public enum LineageNodeKind
{
    /// <summary>The AMI that the version starts from; the root.</summary>
    MasterImage,
    MasterSpec, PreparedSpec,

    /// <summary>The sealed AMI of the prepared spec.</summary>
    PreparedImage,
    Snapshot,

    /// <summary>One that the prepared spec was made in, or is shared to.</summary>
    HostingUnit,

    /// <summary>One that is or was assigned the image, or whose machines run on it.</summary>
    Catalog,
}

/// <summary>How a node of a lineage stands.</summary>
public enum LineageState
{
    /// <summary>An image or snapshot is in the account.</summary>
    Present,

    /// <summary>An image or snapshot isn't in the account.</summary>
    Missing,

    /// <summary>The cloud wasn't asked or didn't answer; the lineage's problems say why.</summary>
    Unknown,

    /// <summary>A master spec that nothing is done with.</summary>
    None,
    InProgress, Success, Failed, Deleting,

    /// <summary>A catalog that is assigned the image now.</summary>
    Current,

    /// <summary>A catalog that was assigned the image before.</summary>
    History,
}

/// <summary>One thing in a lineage.</summary>
public sealed record LineageNodeDto
{
    public const int MostMachineNames = 100;

    /// <summary>Names the node inside its lineage.</summary>
    public required string Id { get; init; }

    /// <summary>The node that it came from or is used by way of; null of the root.</summary>
    public string? ParentId { get; init; }
    public required LineageNodeKind Kind { get; init; }
    public required LineageState State { get; init; }
    public required string Name { get; init; }

    /// <summary>Of what Darkroom knows: the spec, the hosting unit, the catalog's provisioning scheme.</summary>
    public Guid? Uid { get; init; }

    /// <summary>Of what is in the account: the image or snapshot.</summary>
    public string? CloudId { get; init; }

    /// <summary>Of a hosting unit: the prepared spec was made in it, and isn't only shared to it.</summary>
    public bool? IsPrimary { get; init; }

    /// <summary>Of a catalog: how many of its machines run on the image.</summary>
    public int? Machines { get; init; }

    /// <summary>Of a catalog: the names of these machines, of those that have one; at most 100.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? MachineNames { get; init; }

    /// <summary>Since when it is there: made, shared, or assigned the last time.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>Where the image of a version comes from and where it is used, as a tree: each node names its parent, and comes after it.</summary>
public sealed record ImageLineageDto
{
    public required Guid ImageDefinitionUid { get; init; }
    public required string ImageDefinitionName { get; init; }
    public required Guid ImageVersionUid { get; init; }
    public required int ImageVersionNumber { get; init; }

    /// <summary>Empty while the version has no specs.</summary>
    public required IReadOnlyList<LineageNodeDto> Nodes { get; init; }

    /// <summary>Why states of images and snapshots are unknown.</summary>
    public required IReadOnlyList<ProblemItemDto> Problems { get; init; }
}
