using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.ServiceConfiguration;

/// <summary>Takes a setting of the whole site back to its default.</summary>
/// <example>
/// Leave a step out for a while.
/// <code>
/// Set-ProvServiceConfigurationData -Name ImageManagementPrep_Excluded_Steps -Value OfficeRearm
/// Remove-ProvServiceConfigurationData -Name ImageManagementPrep_Excluded_Steps
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ProvServiceConfigurationData", SupportsShouldProcess = true)]
public sealed class RemoveProvServiceConfigurationData : ChangingCmdlet
{
    /// <summary>The setting.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServiceSettingNames))]
    public string Name { get; set; } = "";

    protected override void ProcessRecord() => Attempt(Name, () =>
    {
        if (ShouldProcess($"Service setting {Name}", "Take back to its default"))
        {
            Call(ct => Client.ServiceConfiguration.RemoveAsync(Name, Context, ct));
        }
    });
}
