using Darkroom.Core.Errors;

namespace Darkroom.Core.Clouds;

/// <summary>Errors of any cloud; a platform adds its own catalogue beside its adapter.</summary>
[ErrorCatalogue]
public static class CloudErrors
{
    public static readonly ErrorDefinition StillInUse = new(
        "CloudResourceStillInUse", 409, "The {0} {1} is still in use.", "Find what uses it and remove that first.");

    public static readonly ErrorDefinition NotVisibleYet = new(
        "CloudResourceNotVisible", 409, "The {0} {1} isn't visible yet.", "It was made a moment ago; wait and try again.");

    /// <summary>A creating call was made before under this token, and is now made with other parameters; argument 0 is the action.</summary>
    public static readonly ErrorDefinition TokenReused = new(
        "CloudTokenReused", 409, "{0} was repeated under the same token with other parameters.",
        "Something in the request changed since the first try, e.g. the image's disks: retry, which takes a new token.");
}
