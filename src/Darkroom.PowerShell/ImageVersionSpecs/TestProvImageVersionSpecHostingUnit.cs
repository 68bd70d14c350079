using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>
/// Tells what sharing a prepared spec to a hosting unit would meet now: account and Region, image, snapshots and their keys, service offering, subnets, permissions.
/// Nothing is shared, and nothing is changed in the cloud.
/// <para>One object is written for each check. Failed stands in the way; Warning and NotCheckable don't, and say what to know.</para>
/// </summary>
/// <example>
/// Look at everything that a share depends on.
/// <code>Test-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid $prepared.ImageVersionSpecUid -HostingUnitName wsc-b</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "ProvImageVersionSpecHostingUnit", DefaultParameterSetName = ByUid)]
[OutputType(typeof(ImageVersionSpecCheck))]
public sealed class TestProvImageVersionSpecHostingUnit : DarkroomCmdlet
{
    /// <summary>The prepared spec that is to be shared.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid ImageVersionSpecUid { get; set; }

    /// <summary>The hosting unit to share to, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid HostingUnitUid { get; set; }

    /// <summary>The hosting unit to share to, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostingUnitNames))]
    public string HostingUnitName { get; set; } = "";

    protected override void ProcessRecord() => Attempt(ImageVersionSpecUid, () =>
    {
        var unit = ParameterSetName == ByUid ? HostingUnitUid.ToString() : HostingUnitName;
        foreach (var check in Call(ct => Client.ImageShares.CheckAsync(ImageVersionSpecUid, unit, ct)).Checks)
        {
            WriteObject(new ImageVersionSpecCheck(check));
        }
    });
}
