using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.ServiceConfiguration;

/// <summary>Every setting of the whole site, by its documented name (cmdlet reference).</summary>
public static class KnownSettings
{
    public static readonly PreparationTimeout PreparationTimeout = new();

    public static readonly ExcludedSteps ExcludedSteps = new();

    public static readonly IReadOnlyList<KnownSetting> All =
        [PreparationTimeout, ExcludedSteps, new NoAutoShutdown(), new DoImagePreparation(), new DisableDomainInjection(), new MaxProvSchemeVersions()];

    /// <summary>The setting of that name, whatever its case.</summary>
    /// <exception cref="DarkroomException">ServiceSettingUnknown, naming those there are.</exception>
    public static KnownSetting Find(string name) => All.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw ServiceConfigurationErrors.Unknown.Raise(Input.Excerpt(name), string.Join(", ", All.Select(known => known.Name)));
}
