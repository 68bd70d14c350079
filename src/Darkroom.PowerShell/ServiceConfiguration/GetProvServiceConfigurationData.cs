using System.Management.Automation;
using Darkroom.Contracts.Problems;
using Darkroom.Contracts.ServiceConfiguration;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.ServiceConfiguration;

/// <summary>Returns the settings of the whole site, each with what applies, whether it was set or not.</summary>
/// <example>
/// See what applies to preparations.
/// <code>Get-ProvServiceConfigurationData -Name ImageManagementPrep*</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ProvServiceConfigurationData")]
[OutputType(typeof(ServiceConfigurationData))]
public sealed class GetProvServiceConfigurationData : ListingCmdlet
{
    /// <summary>Only the setting of this name; with wildcards, all that match.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ServiceSettingNames))]
    public string? Name { get; set; }

    protected override void ProcessRecord() => Attempt(Name, () =>
    {
        var name = NamePattern.Of(Name);
        WriteListing(
            async (_, _, ct) => new Page<ServiceSettingDto>(Narrowed(name, await Client.ServiceConfiguration.ListAsync(ct).ConfigureAwait(false)), null),
            setting => new ServiceConfigurationData(setting));
    });

    private static IReadOnlyList<ServiceSettingDto> Narrowed(NamePattern? name, IReadOnlyList<ServiceSettingDto> settings)
    {
        var found = settings.Where(setting => name?.Matches(setting.Name) != false).ToList();
        return found.Count > 0 || name is not { IsName: true }
            ? found
            : throw ServiceConfigurationErrors.Unknown.With(name.Name, string.Join(", ", settings.Select(setting => setting.Name)));
    }
}
