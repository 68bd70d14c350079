using System.Management.Automation;
using Darkroom.Contracts.Hosting;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.Broker;

/// <summary>Removes the broker's registration of a hypervisor connection. The connection itself stays, or was removed before.</summary>
/// <example>
/// Remove the registration of a connection.
/// <code>Remove-BrokerHypervisorConnection -Name wsc</code>
/// </example>
/// <example>
/// Remove what is left of connections that are no more.
/// <code>Get-BrokerHypervisorConnection -Filter { State -eq 'Unavailable' } | Remove-BrokerHypervisorConnection</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "BrokerHypervisorConnection", SupportsShouldProcess = true, DefaultParameterSetName = ByUid)]
public sealed class RemoveBrokerHypervisorConnection : ChangingCmdlet
{
    private const string ByName = "Name";

    // The default one: a registration from the pipeline has both, and its number is the surer.
    private const string ByUid = "Uid";

    /// <summary>The name of the registration; with wildcards, all that match.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(BrokerConnectionNames))]
    public string Name { get; set; } = "";

    /// <summary>The broker's number of the registration.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByUid, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public int Uid { get; set; }

    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByUid)
        {
            Remove(Uid, $"Registration {Uid} with the broker");
            return;
        }

        Attempt(Name, () =>
        {
            foreach (var registration in Named(NamePattern.Parse(Name)))
            {
                Remove(registration.Uid, $"Registration {registration.Name} with the broker");
            }
        });
    }

    private List<BrokerConnectionDto> Named(NamePattern name)
    {
        var found = new List<BrokerConnectionDto>();
        string? token = null;
        do
        {
            var page = Call(ct => Client.BrokerConnections.ListAsync(name.ForServer, pageToken: token, ct: ct));
            found.AddRange(page.Items.Where(registration => name.Matches(registration.Name)));
            token = page.NextPageToken;
        }
        while (token is not null);
        return found.Count > 0 ? found : throw BrokerErrors.NoMatch.With(Name);
    }

    private void Remove(int uid, string what) => Attempt(uid, () =>
    {
        if (ShouldProcess(what, "Remove"))
        {
            Call(ct => Client.BrokerConnections.RemoveAsync(uid, Context, ct));
        }
    });
}
