using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.ServiceConfiguration;

/// <summary>Sets something for the whole site. Preparations that are at work keep what they have begun with.</summary>
/// <example>
/// Leave a step out of all preparations.
/// <code>Set-ProvServiceConfigurationData -Name ImageManagementPrep_Excluded_Steps -Value OfficeRearm</code>
/// </example>
/// <example>
/// Give preparations an hour and a half.
/// <code>Set-ProvServiceConfigurationData -Name ImageManagementPrep_PreparationTimeout -Value 90</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ProvServiceConfigurationData", SupportsShouldProcess = true)]
public sealed class SetProvServiceConfigurationData : ChangingCmdlet
{
    /// <summary>The setting.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServiceSettingNames))]
    public string Name { get; set; } = "";

    /// <summary>Its value, or several with commas between them; Get-ProvServiceConfigurationData says what it may be.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AllowEmptyString]
    [CommaSeparated]
    [NoFiles]
    public string Value { get; set; } = "";

    protected override void ProcessRecord() => Attempt(Name, () =>
    {
        if (ShouldProcess($"Service setting {Name}", $"Set to '{Value}'"))
        {
            Call(ct => Client.ServiceConfiguration.SetAsync(Name, Value, Context, ct));
        }
    });
}
