using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;

namespace Darkroom.Core.Images.Preparation;

/// <summary>Everything a preparation needs to know, fixed when it starts; a Retry with new inputs writes another.</summary>
public sealed record PreparationInput
{
    public required Guid SpecUid { get; init; }
    public required Guid MasterSpecUid { get; init; }
    public required Guid HostingUnitUid { get; init; }
    public required string DefinitionName { get; init; }
    public required int VersionNumber { get; init; }
    public required OsType OsType { get; init; }
    public required SessionSupport SessionSupport { get; init; }
    public required string MasterImageId { get; init; }
    public required MachineProfile Profile { get; init; }
    public required string InstanceType { get; init; }
    public required string VpcId { get; init; }
    public required string Zone { get; init; }

    /// <summary>By NIC index.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }
    public required IReadOnlyList<GuestStep> ExcludedSteps { get; init; }
    public required int TimeoutMinutes { get; init; }
}
