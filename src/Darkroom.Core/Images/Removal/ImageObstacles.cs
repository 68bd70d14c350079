using Darkroom.Contracts.Problems;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Use;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Images.Removal;

/// <summary>What keeps images, as refusals name it.</summary>
internal static class ImageObstacles
{
    public static Obstacle Version(ImageDefinition definition, ImageVersion version) =>
        new(ObstacleKind.ImageVersion, version.Uid, $"{definition.Name} {version.Number}", $"{version.Number}");

    public static Obstacle Spec(ImageVersionSpec spec, ImageVersion version, ImageDefinition definition)
    {
        var kind = spec.IsPrepared ? "prepared" : "master";
        return new Obstacle(
            ObstacleKind.ImageVersionSpec, spec.Uid, $"{kind} spec of {definition.Name} version {version.Number}", $"the {kind} spec of version {version.Number}");
    }

    /// <param name="version">Given where specs of many versions may stand in the way.</param>
    public static Obstacle Share(ImageShareRow row, int? version = null) => new(
        ObstacleKind.ImageShare, row.HostingUnit.Uid, row.HostingUnit.Name, $"'{row.HostingUnit.Name}' ({Which(row.HostingUnit.Uid, version)}, {row.Share.Status})")
    {
        ImageVersionSpecUid = row.Spec.Uid,
    };

    /// <param name="version">Given where specs of many versions may stand in the way.</param>
    public static Obstacle Catalog(ImageAssignment assignment, int? version = null) => new(
        ObstacleKind.ProvisioningScheme,
        assignment.ProvisioningSchemeUid,
        assignment.ProvisioningSchemeName,
        $"'{assignment.ProvisioningSchemeName}' ({Which(assignment.ProvisioningSchemeUid, version)})")
    {
        ImageVersionSpecUid = assignment.SpecUid,
    };

    /// <param name="version">Given where specs of many versions may stand in the way.</param>
    public static Obstacle Machine(BootedMachine machine, int? version = null) =>
        new(ObstacleKind.Machine, machine.Uid, machine.Name, $"{machine.Name} ({Which(machine.Uid, version)})") { ImageVersionSpecUid = machine.SpecUid };

    public static Obstacle Preparation(Operation operation) =>
        new(ObstacleKind.Operation, operation.Id, operation.Title, $"{operation.Id} ({operation.Title}, {operation.State})");

    private static string Which(Guid uid, int? version) => version is null ? $"{uid}" : $"version {version}";
}
