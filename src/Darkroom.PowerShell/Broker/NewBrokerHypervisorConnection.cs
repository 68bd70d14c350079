using System.Management.Automation;
using Darkroom.Contracts.Hosting;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.Broker;

/// <summary>Registers a hypervisor connection with the broker, once.</summary>
/// <example>
/// Register a connection of the drive.
/// <code>New-BrokerHypervisorConnection -HypHypervisorConnectionUid (Get-Item XDHyp:\Connections\wsc).HypervisorConnectionUid</code>
/// </example>
/// <example>
/// Hand a connection on from the drive.
/// <code>Get-Item XDHyp:\Connections\wsc | New-BrokerHypervisorConnection</code>
/// </example>
[Cmdlet(VerbsCommon.New, "BrokerHypervisorConnection", SupportsShouldProcess = true)]
[OutputType(typeof(BrokerHypervisorConnection))]
public sealed class NewBrokerHypervisorConnection : ChangingCmdlet
{
    /// <summary>The uid of the connection on the drive.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("HypervisorConnectionUid")]
    [NoFiles]
    public Guid HypHypervisorConnectionUid { get; set; }

    /// <summary>Kept and shown, and of no effect: the server chooses by itself who works.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public string? PreferredController { get; set; }

    protected override void ProcessRecord() => Attempt(HypHypervisorConnectionUid, () =>
    {
        if (ShouldProcess($"Hypervisor connection {HypHypervisorConnectionUid}", "Register with the broker"))
        {
            var request = new CreateBrokerConnectionRequest
            {
                HypHypervisorConnectionUid = HypHypervisorConnectionUid,
                PreferredController = TextOrNull(PreferredController),
            };
            WriteObject(new BrokerHypervisorConnection(Call(ct => Client.BrokerConnections.CreateAsync(request, Context, ct))));
        }
    });
}
