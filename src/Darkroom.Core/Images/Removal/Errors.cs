using Darkroom.Core.Errors;

namespace Darkroom.Core.Images.Removal;

/// <summary>What the removal of a spec is refused for, and what becomes of snapshots that stay.</summary>
[ErrorCatalogue]
public static class RemovalErrors
{
    public static readonly ErrorDefinition InProgress = new(
        "ImageRemovalInProgress", 409, "The spec {0} is being removed by the operation {1}.", "Wait until the operation ends; if it fails, retry it or remove the spec again.");

    public static readonly ErrorDefinition Shared = new(
        "ImageVersionSpecShared", 409, "The prepared spec {0} is shared to hosting units: {1}.",
        "Remove the shares first, or have them removed together with the spec.");

    public static readonly ErrorDefinition ShareAtWork = new(
        "ImageVersionSpecShareAtWork", 409, "Operations are at work on shares of the prepared spec {0}: {1}.", "Wait until they end, or cancel them.");

    public static readonly ErrorDefinition UsedByCatalogs = new(
        "ImageInUseByCatalogs", 409, "The prepared spec {0} is used by catalogs: {1}.",
        "Give these catalogs another image, or remove them; an image that they used before doesn't count.");

    public static readonly ErrorDefinition UsedByMachines = new(
        "ImageInUseByMachines", 409, "Machines still run on the prepared spec {0}: {1}.",
        "Restart these machines, so that they get the image that their catalog has now, or remove them.");

    public static readonly ErrorDefinition PendingDeletionNotFound = new(
        "PendingImageDeletionNotFound", 404, "There is no pending deletion {0}.", "List the pending deletions; one that succeeded is not in the list any more.");

    public static readonly ErrorDefinition PendingDeletionRefused = new(
        "PendingImageDeletionRefused", 409, "The snapshot {0} still can't be deleted: {1}",
        "Remove what holds it and try again, or force it: then Darkroom forgets the snapshot and leaves it in the account.");
}
