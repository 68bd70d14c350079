using System.Text.Json.Serialization;

namespace Darkroom.Contracts.Problems;

/// <summary>What kind of thing stands in the way.</summary>
public enum ObstacleKind
{
    HostingUnit, ImageDefinition, ImageVersion, ImageVersionSpec,

    /// <summary>Of a spec to a hosting unit; the uid is the unit's.</summary>
    ImageShare,

    /// <summary>Of a catalog that is assigned the image now.</summary>
    ProvisioningScheme,

    /// <summary>One that still runs on the image.</summary>
    Machine,
    PendingImageDeletion, Operation,
}

/// <summary>Something that has to go or end before a change can be made.</summary>
/// <param name="Name">What it is called where it is shown.</param>
public sealed record ObstacleDto(ObstacleKind Kind, Guid Uid, string Name)
{
    /// <summary>The spec that a share belongs to, and that a catalog or a machine uses.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? ImageVersionSpecUid { get; init; }
}
