using Darkroom.Core.Errors;

namespace Darkroom.Core.Access;

/// <summary>Errors of sign-in and tokens.</summary>
[ErrorCatalogue]
public static class AccessErrors
{
    public static readonly ErrorDefinition Unauthenticated = new(
        "Unauthenticated", 401, "The request carries no valid token.",
        "Send Authorization: Bearer with a token that isn't revoked; on the server's machine endpoint.json in the data folder holds one, and 'darkroom token create' makes more.");

    public static readonly ErrorDefinition TokenNameTaken = new(
        "TokenNameTaken", 409, "There is a valid token named '{0}' already.", "Choose another name, or revoke that token first.");
}
