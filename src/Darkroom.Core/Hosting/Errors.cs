using Darkroom.Core.Errors;

namespace Darkroom.Core.Hosting;

/// <summary>Errors of connections and hosting units. Wherever the drive documents a name for one, that is its code (cmdlet reference).</summary>
[ErrorCatalogue]
public static class HostingErrors
{
    public static readonly ErrorDefinition ConnectionNotFound = new(
        "HypervisorConnectionObjectNotFound", 404, "There is no hypervisor connection '{0}'.", "List the connections and check the name or uid.");

    public static readonly ErrorDefinition ConnectionExists = new(
        "HypervisorConnectionDuplicateObjectExists", 409, "There is a hypervisor connection '{0}' already.", "Choose another name, or use the existing one.");

    public static readonly ErrorDefinition ConnectionNameTaken = new(
        "HypervisorConnectionDuplicateNameExists", 409, "Another hypervisor connection has the name '{0}'.", "Choose another name.");

    public static readonly ErrorDefinition ConnectionInUse = new(
        "HypervisorConnectionObjectToDeleteIsInUse", 409, "The hypervisor connection '{0}' is in use by {1}.",
        "Remove its hosting units, and the bindings of image definitions to it, then the connection.");

    public static readonly ErrorDefinition ConnectionInMaintenance = new(
        "HypervisorInMaintenanceMode", 409, "The hypervisor connection '{0}' is in maintenance mode.",
        "Turn its maintenance mode off, then try again.");

    public static readonly ErrorDefinition ZoneNotFound = new(
        "ZoneNotFound", 404, "There is no zone '{0}'.", "Leave the zone out, or give the uid of the zone that the list of zones shows; a site has one.");

    public static readonly ErrorDefinition ScopeNotFound = new(
        "ScopeNotFound", 404, "There is no scope '{0}'.", "Leave the scope out, or give All; Darkroom has roles and no scopes.");

    public static readonly ErrorDefinition BrokerConnectionNotFound = new(
        "BrokerConnectionNotFound", 404, "The broker has no connection {0}.", "List the broker's connections and check the uid.");

    public static readonly ErrorDefinition BrokerConnectionExists = new(
        "BrokerConnectionExists", 409, "The hypervisor connection '{0}' is registered with the broker already, as {1}.", "Use that one.");

    public static readonly ErrorDefinition SecretUnreadable = new(
        "FailureToRetrieveConnectionPassword", 409, "The secret of the hypervisor connection '{0}' can't be decrypted.",
        "Bring the data protection keys back, or give the connection its credentials again.");

    public static readonly ErrorDefinition ConnectionTypeNotSupported = new(
        "ConnectionTypeNotSupported", 400, "There are no connections of the type {0} with the plug-in {1}.",
        "Use the type AmazonWorkSpacesCore, or Custom with the plug-in AmazonWorkSpacesCoreMachineManagerFactory.");

    public static readonly ErrorDefinition AddressInvalidFormat = new(
        "HypervisorAddressInvalidFormat", 400, "'{0}' isn't an address of WorkSpaces Instances.",
        "Give https://workspaces-instances.us-east-1.api.aws with the Region you mean, or leave the address out and give the Region.");

    public static readonly ErrorDefinition AddressInvalid = new(
        "ConnectionAddressInvalid", 400, "The Region of the connection isn't clear: {0}", "Give the address or the Region; if both, for the same Region.");

    public static readonly ErrorDefinition RegionInvalid = new(
        "RegionInvalid", 400, "'{0}' isn't the name of a Region.", "Give a name such as us-east-1.");

    public static readonly ErrorDefinition EndpointOverrideInvalid = new(
        "EndpointOverrideInvalid", 400, "'{0}' can't be the endpoint: it must be an absolute http or https address without user, query and fragment.",
        "Correct the endpoint, or leave it out to use the Region's own.");

    public static readonly ErrorDefinition RoleArnInvalid = new(
        "RoleArnInvalid", 400, "'{0}' isn't the ARN of a role.", "Give it in the form arn:aws:iam::123456789012:role/name.");

    public static readonly ErrorDefinition CredentialsContradictory = new(
        "ConnectionCredentialsContradictory", 400, "{0} doesn't go with credentials of the kind {1}.",
        "Leave {0} out, or choose the kind of credentials that it belongs to.");

    public static readonly ErrorDefinition CredentialsNotValid = new(
        "ConnectionCredentialsNotValid", 422, "The cloud didn't accept the credentials for the connection: {0}",
        "Follow the remedy of the cloud's error, and save the connection again; nothing was saved.");

    public static readonly ErrorDefinition NotContactable = new(
        "HypervisorNotContactable", 422, "The cloud couldn't be reached at {0}.",
        "Check Region and endpoint, and this server's network and proxy; nothing was saved.");

    public static readonly ErrorDefinition AccountFixed = new(
        "HypervisorConnectionAccountFixed", 409,
        "The credentials are of the account {0}, but the connection '{1}' has hosting units in the account {2}: {3}.",
        "Give credentials of the account {2}, or make another connection for {0}.");

    public static readonly ErrorDefinition RegionFixed = new(
        "HypervisorConnectionRegionFixed", 409, "The connection '{0}' has hosting units in the Region {1}: {2}.",
        "Make another connection for the other Region, or remove these hosting units first.");

    public static readonly ErrorDefinition HostingUnitNotFound = new(
        "HostingUnitObjectNotFound", 404, "There is no hosting unit '{0}'.", "List the hosting units and check the name or uid.");

    public static readonly ErrorDefinition HostingUnitExists = new(
        "HostingUnitDuplicateObjectExists", 409, "There is a hosting unit '{0}' already.", "Choose another name, or use the existing one.");

    public static readonly ErrorDefinition HostingUnitNameTaken = new(
        "HostingUnitDuplicateNameExists", 409, "Another hosting unit has the name '{0}'.", "Choose another name.");

    public static readonly ErrorDefinition HostingUnitInUse = new(
        "ObjectCannotBeRemoved", 409, "The hosting unit '{0}' is in use by {1}.",
        "Remove these images and shares, wait for running operations to end, discard held ones and force pending deletions, then remove the hosting unit.");

    public static readonly ErrorDefinition ConnectionReferenceInvalid = new(
        "ConnectionNameOrUidInvalid", 400, "There is no hypervisor connection '{0}' for the hosting unit.", "List the connections and check the name or uid.");

    public static readonly ErrorDefinition RootPathInvalid = new(
        "HostingUnitRootPathInvalid", 400, "The root path can't be used: {0}", "Give the path of a VPC below the connection.");

    public static readonly ErrorDefinition ZonePathInvalid = new(
        "HostingUnitAvailabilityZonePathInvalid", 400, "The availability zone can't be used: {0}",
        "Give the name of a zone of the connection's Region, or its path below the VPC.");

    public static readonly ErrorDefinition NetworkPathInvalid = new(
        "HostingUnitNetworkPathInvalid", 400, "The network path can't be used: {0}", "Give paths of subnets in the hosting unit's VPC and zone, each once.");
}
