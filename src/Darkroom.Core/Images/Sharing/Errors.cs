using Darkroom.Core.Errors;

namespace Darkroom.Core.Images.Sharing;

/// <summary>What sharing and unsharing are refused for.</summary>
[ErrorCatalogue]
public static class SharingErrors
{
    public static readonly ErrorDefinition NotPrepared = new(
        "ImageShareNotPrepared", 409, "The spec {0} is a master spec; only a prepared one can be shared.", "Prepare it, and share the prepared spec.");

    public static readonly ErrorDefinition NotSuccess = new(
        "ImageShareNotSuccess", 409, "The prepared spec {0} can't be shared; its state is {1}.",
        "Share it when its state is Success: wait for its preparation, or retry it where it failed.");

    public static readonly ErrorDefinition OwnHostingUnit = new(
        "ImageShareOwnHostingUnit", 409, "The spec {0} was prepared in the hosting unit '{1}' and can be used there already.",
        "Choose another hosting unit of the same account and Region.");

    public static readonly ErrorDefinition AlreadyShared = new(
        "ImageAlreadyShared", 409, "The spec {0} is shared to the hosting unit '{1}' already.", "Use it there; there is nothing to do.");

    public static readonly ErrorDefinition InProgress = new(
        "ImageShareInProgress", 409, "The operation {2} is at work on the share of the spec {0} to the hosting unit '{1}' ({3}).",
        "Wait until the operation ends, or cancel it.");

    public static readonly ErrorDefinition OtherRegion = new(
        "ImageShareOtherRegion", 409, "The hosting unit '{0}' lies in the Region {1}, the image in {2}. An image belongs to one Region.",
        "Choose a hosting unit in {2}, or prepare an image in {1}.");

    public static readonly ErrorDefinition OtherAccount = new(
        "ImageShareOtherAccount", 409, "The hosting unit '{0}' lies in the account {1}, the image in {2}. An image isn't shared across accounts.",
        "Choose a hosting unit of the account {2}, or prepare an image in {1}.");

    public static readonly ErrorDefinition ChecksFailed = new(
        "ImageShareChecksFailed", 422, "{0} checks stand in the way of the share.", "Remove what each check names, then retry.");

    public static readonly ErrorDefinition NotFound = new(
        "ImageShareNotFound", 404, "The spec {0} isn't shared to the hosting unit '{1}'.", "Read the spec; it lists the hosting units it is shared to.");

    public static readonly ErrorDefinition Replaced = new(
        "ImageShareReplaced", 409, "The share of the operation {0} was removed or is another operation's by now.", "Share the image again.");

    public static readonly ErrorDefinition Primary = new(
        "ImageSharePrimary", 409, "The hosting unit '{1}' is the one that the spec {0} was prepared in, not one it is shared to.",
        "Remove the spec itself if it isn't needed any more.");

    public static readonly ErrorDefinition InUse = new(
        "ImageShareInUse", 409, "In the hosting unit '{1}' the spec {0} is used by catalogs: {2}.",
        "Give these catalogs another image, or remove them, then remove the share.");
}
