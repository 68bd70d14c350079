using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Drive;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>Gives an image version its master spec: the image that it starts from. Nothing is made in the cloud.</summary>
/// <example>
/// Let a version start from an image of a hosting unit.
/// <code>Add-ProvImageVersionSpec -ImageDefinitionName office -ImageVersionNumber 1 -HostingUnitName wsc -MasterImagePath 'XDHyp:\HostingUnits\wsc\win10-2411-ami (ami-00123456789abcdef).template'</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "ProvImageVersionSpec", DefaultParameterSetName = ByUid, SupportsShouldProcess = true)]
[OutputType(typeof(ImageVersionSpec))]
public sealed class AddProvImageVersionSpec : ChangingCmdlet
{
    /// <summary>The version, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true)]
    [NoFiles]
    public Guid ImageVersionUid { get; set; }

    /// <summary>The hosting unit in which the image is, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true)]
    [NoFiles]
    public Guid HostingUnitUid { get; set; }

    /// <summary>The definition of the version, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true)]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string ImageDefinitionName { get; set; } = "";

    /// <summary>The number of the version; without it, the definition's latest one.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNull]
    [NoFiles]
    public int? ImageVersionNumber { get; set; }

    /// <summary>The hosting unit in which the image is, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true)]
    [ArgumentCompleter(typeof(HostingUnitNames))]
    public string HostingUnitName { get; set; } = "";

    /// <summary>The image: its path on the XDHyp: drive, or relative to the hosting unit.</summary>
    [Parameter(Mandatory = true)]
    public string MasterImagePath { get; set; } = "";

    /// <summary>Names and values to keep beside it: at most 50.</summary>
    [Parameter]
    [NoFiles]
    public Hashtable? Metadata { get; set; }

    private string Version => ImageVersionNumber?.ToString(CultureInfo.InvariantCulture) ?? "latest";

    private string Target => ParameterSetName == ByUid ? ImageVersionUid.ToString() : $"{ImageDefinitionName} {Version}";

    protected override void ProcessRecord() => Attempt(Target, () =>
    {
        if (!ShouldProcess($"Image version {Target}", $"Add the master spec {MasterImagePath}"))
        {
            return;
        }

        var request = new AddMasterSpecRequest
        {
            HostingUnit = ParameterSetName == ByUid ? HostingUnitUid.ToString() : HostingUnitName,
            MasterImagePath = CompletedPath.Meant(MasterImagePath),
            Metadata = Texts.OrNone(Metadata),
        };
        WriteObject(new ImageVersionSpec(Call(ct => ParameterSetName == ByUid
            ? Client.ImageVersions.AddMasterSpecAsync(ImageVersionUid, request, Context, ct)
            : Client.ImageVersions.AddMasterSpecAsync(ImageDefinitionName, Version, request, Context, ct))));
    });
}
