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
}
