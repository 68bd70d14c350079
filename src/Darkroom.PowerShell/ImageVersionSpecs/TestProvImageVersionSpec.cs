using System.Collections;
using System.Management.Automation;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Drive;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>
/// Tells what New-ProvImageVersionSpec with the same parameters would meet now: permissions, quotas, addresses, service offering, keys and all else that it depends
/// on. Nothing is prepared, and nothing is made in the cloud.
/// <para>One object is written for each check. Failed stands in the way; Warning and NotCheckable don't, and say what to know.</para>
/// </summary>
/// <example>
/// Look at everything that the preparation of a master spec depends on.
/// <code>Test-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid -MachineProfile 'XDHyp:\HostingUnits\wsc\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion'</code>
/// </example>
/// <example>
/// Show only what stands in the way of a size of another architecture.
/// <code>Test-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid -ServiceOffering m7g.large -MachineProfile 'XDHyp:\HostingUnits\wsc\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion' | Where-Object Result -ne Passed</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "ProvImageVersionSpec")]
[OutputType(typeof(ImageVersionSpecCheck))]
public sealed class TestProvImageVersionSpec : DarkroomCmdlet
{
    /// <summary>The master spec that is to be prepared.</summary>
    [Parameter(Mandatory = true)]
    [NoFiles]
    public Guid SourceImageVersionSpecUid { get; set; }

    /// <summary>The subnet of each NIC: the NIC's index as a text ("0") to the subnet's path. Without it, NIC 0 is in the hosting unit's first subnet.</summary>
    [Parameter]
    [AllowNull]
    public Hashtable? NetworkMapping { get; set; }

    /// <summary>The instance type, by its name, id or path. Without it, the machine profile's.</summary>
    [Parameter]
    public string? ServiceOffering { get; set; }

    /// <summary>The instance or launch template version whose hardware properties would be captured, by its path.</summary>
    [Parameter]
    public string? MachineProfile { get; set; }

    /// <summary>The CustomProperties XML document, or Name,Value; pairs. Nothing, null and an empty text are none.</summary>
    [Parameter]
    [NoFiles]
    public string? CustomProperties { get; set; }

    protected override void ProcessRecord() => Attempt(SourceImageVersionSpecUid, () =>
    {
        var request = new PrepareImageRequest
        {
            MachineProfile = CompletedPath.Meant(MachineProfile ?? ""),
            ServiceOffering = TextOrNull(ServiceOffering),
            NetworkMapping = CompletedPath.Meant(Texts.OrNone(NetworkMapping)),
            CustomProperties = TextOrNull(CustomProperties),
        };
        foreach (var check in Call(ct => Client.ImageVersionSpecs.CheckPreparationAsync(SourceImageVersionSpecUid, request, ct)).Checks)
        {
            WriteObject(new ImageVersionSpecCheck(check));
        }
    });
}
