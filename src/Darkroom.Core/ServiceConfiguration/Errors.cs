using Darkroom.Core.Errors;

namespace Darkroom.Core.ServiceConfiguration;

/// <summary>What can't be set for the whole site.</summary>
[ErrorCatalogue]
public static class ServiceConfigurationErrors
{
    public static readonly ErrorDefinition Unknown = new(
        "ServiceSettingUnknown", 404, "There is no service setting '{0}'.", "Use one of {1}.");

    public static readonly ErrorDefinition NotSet = new(
        "ServiceSettingNotSet", 404, "The service setting {0} isn't set.", "There is nothing to remove; its default applies.");

    public static readonly ErrorDefinition Invalid = new(
        "ServiceSettingInvalid", 400, "The service setting {0} can't be '{1}'.", "Give {2}.");

    public static readonly ErrorDefinition Unsupported = new(
        "ServiceSettingUnsupported", 422, "Darkroom can't honour {0} with the value {1}: {2}", "Leave it at {3}, which is what Darkroom does.");
}
