using System.Management.Automation;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Drive;

/// <summary>Errors of commands on the drive that the server isn't asked for. Wherever the cmdlet reference has a name for one, that is its code.</summary>
public static class DriveErrors
{
    public static readonly ModuleError PathInvalid = new(
        "InputPathInvalid", ErrorCategory.InvalidArgument, "'{0}' can't be used here: {1}",
        @"Write the path as the drive lists it, for example XDHyp:\HostingUnits\Main\win11 (ami-0123).template.");

    public static readonly ModuleError NameInvalid = new(
        "InputNameInvalid", ErrorCategory.InvalidArgument, "'{0}' can't be the name of a connection or hosting unit: {1}",
        "Choose a name without the character it names.");

    public static readonly ModuleError NotHere = new(
        "InputPathInvalid", ErrorCategory.InvalidOperation, "'{0}' is neither a connection nor a hosting unit; nothing else on the drive can be {1}.",
        @"Name one: XDHyp:\Connections\name or XDHyp:\HostingUnits\name. What lies below them is changed in the cloud itself.");

    public static readonly ModuleError NotRemovable = new(
        "ObjectCannotBeRemoved", ErrorCategory.InvalidOperation, "'{0}' is neither a connection nor a hosting unit; nothing else on the drive can be removed.",
        "What lies below connections and hosting units is removed in the cloud itself.");

    public static readonly ModuleError SecurityGroup = new(
        "CannotCreateSecurityGroupHere", ErrorCategory.NotImplemented, "Creating security groups isn't supported: '{0}' wasn't made.",
        "Make the group in the AWS account; it is listed below the hosting unit as soon as it exists.");

    public static readonly ModuleError PersistMissing = new(
        "NonPersistentConnectionNotSupported", ErrorCategory.NotImplemented,
        "The connection '{0}' wasn't made: connections that aren't kept beyond the session aren't supported.", "Add -Persist.");

    public static readonly ModuleError SeveralAddresses = new(
        "ConnectionAddressInvalid", ErrorCategory.InvalidArgument, "{0} addresses were given; a connection has one.",
        "Give one address, and make a connection for each Region.");

    public static readonly ModuleError PasswordMissing = new(
        "PasswordMissing", ErrorCategory.InvalidArgument, "The user name '{0}' was given without a password.",
        "Give the secret access key with -SecurePassword, or role_based_auth for the user name.");

    public static readonly ModuleError CredentialsTwice = new(
        "InvalidParameterCombination", ErrorCategory.InvalidArgument, "Both {0} and {1} were given.", "Leave one of them out.");

    public static readonly ModuleError ConnectionMissing = new(
        "ConnectionNameOrUidInvalid", ErrorCategory.InvalidArgument, "Nothing says which connection the hosting unit '{0}' belongs to.",
        @"Give -HypervisorConnectionName, or a -RootPath that begins with XDHyp:\Connections\name.");

    public static readonly ModuleError RootPathMissing = new(
        "HostingUnitRootPathInvalid", ErrorCategory.InvalidArgument, "The hosting unit '{0}' needs a root path.",
        "Give the path of a VPC below the connection with -RootPath.");

    public static readonly ModuleError ZoneMissing = new(
        "HostingUnitAvailabilityZonePathInvalid", ErrorCategory.InvalidArgument, "The hosting unit '{0}' needs an availability zone, and the path of its subnet, '{1}', leads through none.",
        "Give its name, or its path below the VPC, with -AvailabilityZonePath.");

    public static readonly ModuleError NetworkPathUnread = new(
        "HostingUnitAvailabilityZonePathInvalid", ErrorCategory.InvalidArgument,
        "The hosting unit '{0}' needs an availability zone, and none can be told from the path of its subnet, '{1}': {2}",
        "Write the path as the drive lists it below the zone, or give the zone with -AvailabilityZonePath.");

    public static readonly ModuleError SeveralZones = new(
        "HostingUnitAvailabilityZonePathInvalid", ErrorCategory.InvalidArgument, "{1} availability zones were given; the hosting unit '{0}' has one.",
        "Give one, and make a hosting unit for each zone.");

    public static readonly ModuleError NetworkPathMissing = new(
        "HostingUnitNetworkPathInvalid", ErrorCategory.InvalidArgument, "The hosting unit '{0}' needs one subnet at least.",
        "Give the paths of subnets in its VPC and zone with -NetworkPath.");

    public static readonly ModuleError StorageGiven = new(
        "HostingUnitStoragePathInvalid", ErrorCategory.InvalidArgument, "{0} was given, but the cloud places volumes itself.",
        "Leave {0} out, or give an empty list.");
}
