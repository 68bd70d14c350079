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

    public static Obstacle Spec(ImageVersionSpecRow row)
    {
        var kind = row.Spec.IsPrepared ? "prepared" : "master";
        return new Obstacle(
            ObstacleKind.ImageVersionSpec,
            row.Spec.Uid,
            $"{kind} spec of {row.Definition.Name} version {row.Version.Number}",
            $"{row.Spec.Uid} ({kind}, version {row.Version.Number})");
    }

    public static Obstacle Share(ImageShareRow row) =>
        new(ObstacleKind.ImageShare, row.HostingUnit.Uid, row.HostingUnit.Name, $"'{row.HostingUnit.Name}' ({row.HostingUnit.Uid}, {row.Share.Status})")
        {
            ImageVersionSpecUid = row.Spec.Uid,
        };

    public static Obstacle Catalog(ImageAssignment assignment) =>
        new(
            ObstacleKind.ProvisioningScheme,
            assignment.ProvisioningSchemeUid,
            assignment.ProvisioningSchemeName,
            $"'{assignment.ProvisioningSchemeName}' ({assignment.ProvisioningSchemeUid})")
        {
            ImageVersionSpecUid = assignment.SpecUid,
        };

    public static Obstacle Machine(BootedMachine machine) =>
        new(ObstacleKind.Machine, machine.Uid, machine.Name, $"{machine.Name} ({machine.Uid})") { ImageVersionSpecUid = machine.SpecUid };

    public static Obstacle Preparation(Operation operation) =>
        new(ObstacleKind.Operation, operation.Id, operation.Title, $"{operation.Id} ({operation.Title}, {operation.State})");
}
