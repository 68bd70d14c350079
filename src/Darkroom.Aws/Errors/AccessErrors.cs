using Darkroom.Core.Errors;

namespace Darkroom.Aws.Errors;

/// <summary>Credentials, permissions and the account itself. Argument 0 is the action.</summary>
[ErrorCatalogue]
public static class AccessErrors
{
    public static readonly ErrorDefinition MissingPermission = new(
        "MissingPermission", 422, "The connection's principal isn't allowed to call {0}.",
        "Allow {0} in the policy of the connection's principal (policies/darkroom-policy.json has the whole list), "
        + "and check that no boundary or organisation policy denies it.");

    public static readonly ErrorDefinition CredentialsMissing = new(
        "CredentialsMissing", 422, "No AWS credentials were found for {0}.",
        "Give the server credentials that the SDK's default chain finds (environment, profile, instance role), or keys of the connection's own.");

    public static readonly ErrorDefinition CredentialsRejected = new(
        "CredentialsRejected", 422, "AWS didn't accept the connection's credentials for {0}.",
        "Check access key, secret and role of the connection, and that the key is active and the Region enabled for the account.");

    public static readonly ErrorDefinition CredentialsExpired = new(
        "CredentialsExpired", 422, "The session behind the connection's credentials has expired.",
        "Renew the session that the server's default chain uses, then try again.");

    public static readonly ErrorDefinition SignatureRejected = new(
        "SignatureRejected", 422, "AWS could not verify the signature of {0}.",
        "Check the secret access key of the connection; a proxy that changes requests breaks signatures as well.");

    public static readonly ErrorDefinition ClockSkew = new(
        "ClockSkew", 422, "AWS refused {0} because this server's clock differs from its own by too much.",
        "Set the server's clock (AWS takes at most 15 minutes' difference), then try again.");

    public static readonly ErrorDefinition NotSubscribed = new(
        "CloudSubscriptionRequired", 422, "The account isn't subscribed to what {0} needs.",
        "Accept the terms of the image's marketplace product, or sign the account up for the service, in the AWS console.");

    public static readonly ErrorDefinition AccountPendingVerification = new(
        "CloudAccountPendingVerification", 422, "AWS is still verifying the account, and refused {0}.",
        "Wait for AWS's e-mail that the account was verified; after four hours ask AWS support.");

    public static readonly ErrorDefinition AccountBlocked = new(
        "CloudAccountBlocked", 422, "AWS has blocked the account, and refused {0}.", "Ask AWS support to unblock the account.");

    public static readonly ErrorDefinition OperationNotPermitted = new(
        "CloudOperationNotPermitted", 409, "AWS doesn't permit {0} on this resource.",
        "Its cause names what protects the resource, e.g. termination protection or a service that manages it; lift that first.");
}
