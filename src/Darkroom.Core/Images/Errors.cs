using Darkroom.Core.Errors;

namespace Darkroom.Core.Images;

/// <summary>What the rules of definitions, versions and specs refuse.</summary>
[ErrorCatalogue]
public static class ImageErrors
{
    public static readonly ErrorDefinition DefinitionNotFound = new(
        "ImageDefinitionNotFound", 404, "There is no image definition '{0}'.", "List the image definitions and check the name or uid.");

    public static readonly ErrorDefinition VersionNotFound = new(
        "ImageVersionNotFound", 404, "There is no image version {0}.",
        "List the versions; one is named by its uid, or inside its definition by its number or by 'latest'. The number of a removed one isn't given again.");

    public static readonly ErrorDefinition SpecNotFound = new(
        "ImageVersionSpecNotFound", 404, "There is no image version spec '{0}'.", "List the specs and check the uid.");

    public static readonly ErrorDefinition DefinitionConnectionNotFound = new(
        "ImageDefinitionConnectionNotFound", 404, "The image definition '{0}' isn't bound to the connection '{1}'.",
        "Read the definition; it lists the connections it is bound to.");

    public static readonly ErrorDefinition DefinitionNameTaken = new(
        "ImageDefinitionNameTaken", 409, "There is an image definition '{0}' already.",
        "Choose another name, or use the existing definition; whether a name is free can be asked beforehand.");

    public static readonly ErrorDefinition DefinitionFixedAtCreation = new(
        "ImageDefinitionFixedAtCreation", 409, "{0} of the image definition '{1}' is {2} and can't become {3}.",
        "Make another image definition with {3}; OS type and session support are fixed when a definition is made.");

    public static readonly ErrorDefinition VersionNumberFixed = new(
        "ImageVersionNumberFixed", 409, "Version {0} of the image definition '{1}' can't become version {2}.",
        "Change the description alone; numbers are given by Darkroom and never change.");

    public static readonly ErrorDefinition DefinitionHasVersions = new(
        "ImageDefinitionHasVersions", 409, "The image definition '{0}' can't be removed while it has {1}.",
        "Remove shares, prepared and master specs, versions, and the definition, in this order; if a catalog uses an image of it, give that another one first.");

    public static readonly ErrorDefinition DefinitionHasNoVersion = new(
        "ImageDefinitionHasNoVersion", 404, "The image definition '{0}' has no version.", "Make a version of it first.");

    public static readonly ErrorDefinition DefinitionConnectionInUse = new(
        "ImageDefinitionConnectionInUse", 409,
        "The image definition '{0}' can't be taken off the connection '{1}' while it has {2} there.",
        "Remove shares and specs there, then the binding; if a catalog uses an image there, give that another one first.");

    public static readonly ErrorDefinition DefinitionHasNoConnection = new(
        "ImageDefinitionHasNoConnection", 409, "The image definition '{0}' is bound to no connection.",
        "Bind it to the connection '{1}', then add the spec again.");

    public static readonly ErrorDefinition DefinitionNotOnConnection = new(
        "ImageDefinitionNotOnConnection", 409,
        "The hosting unit '{2}' lies on the connection '{1}', but the image definition '{0}' is bound to {3}.",
        "Choose a hosting unit on a connection the definition is bound to, or bind it to '{1}'.");

    public static readonly ErrorDefinition DefinitionPinned = new(
        "ImageDefinitionPinnedToHostingUnit", 409,
        "All specs of the image definition '{0}' lie in the hosting unit '{1}'; '{2}' can't take another.",
        "Use the hosting unit '{1}', or make another image definition for '{2}'.");

    public static readonly ErrorDefinition VersionHasSpecs = new(
        "ImageVersionHasSpecs", 409, "Version {0} of the image definition '{1}' can't be removed while it has {2}.",
        "Remove shares, prepared and master specs, and the version, in this order, or have specs and shares removed together with it; if a catalog uses its image, give that another one first.");

    public static readonly ErrorDefinition MasterSpecExists = new(
        "MasterSpecExists", 409, "Version {0} of the image definition '{1}' has the master spec {2} already.",
        "Make a new version for another master, or remove that spec first.");

    public static readonly ErrorDefinition MasterSpecInUse = new(
        "MasterSpecInUse", 409, "The prepared spec {1} was made from the master spec {0}.",
        "Remove the prepared spec first.");

    public static readonly ErrorDefinition SpecUidIsPlaceholder = new(
        "ImageVersionSpecPlaceholder", 404, "The all-zero uid is a placeholder and names no image version spec.",
        "Give the uid of a spec, as the list of specs shows it.");

    public static readonly ErrorDefinition SourceSpecNotMaster = new(
        "SourceSpecNotMaster", 409, "The spec {0} is a prepared one; only a master spec can be prepared.",
        "Give the uid of the master spec of this version: {1}.");

    public static readonly ErrorDefinition VersionAlreadyPrepared = new(
        "ImageVersionAlreadyPrepared", 409, "Version {0} of the image definition '{1}' has the prepared spec {2} already; its state is {3}.",
        "Where it failed, Retry its operation, or remove the prepared spec and prepare again; for another image make a new version.");

    public static readonly ErrorDefinition PreparationInProgress = new(
        "ImagePreparationInProgress", 409, "The prepared spec {0} is being made by the operation {1}.",
        "Wait until the operation ends, or cancel it.");

    public static readonly ErrorDefinition PreparationStuck = new(
        "ImagePreparationStuck", 409, "The operation {1} could not take back all that it made for the prepared spec {0}.",
        "Look at the operation: it lists what is left and where. Discard it again when the cause is gone.");

    public static readonly ErrorDefinition MachineProfileRequired = new(
        "MachineProfileRequired", 400, "A preparation on this platform needs a machine profile.",
        "Give the path of an instance (.vm) or of a launch template version (.launchtemplateversion) in the hosting unit.");
}
