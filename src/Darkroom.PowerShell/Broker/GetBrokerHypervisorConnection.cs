using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.Broker;

/// <summary>Returns the broker's registrations of hypervisor connections, those of removed connections too.</summary>
/// <example>
/// Show the connections that can be used.
/// <code>Get-BrokerHypervisorConnection -Filter { State -eq 'On' }</code>
/// </example>
/// <example>
/// Show the registration of a connection of the drive.
/// <code>Get-BrokerHypervisorConnection -HypHypervisorConnectionUid (Get-Item XDHyp:\Connections\wsc).HypervisorConnectionUid</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "BrokerHypervisorConnection")]
[OutputType(typeof(BrokerHypervisorConnection))]
public sealed class GetBrokerHypervisorConnection : ListingCmdlet
{
    /// <summary>Only the registration of this name; with wildcards, all that match.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(BrokerConnectionNames))]
    public string? Name { get; set; }

    /// <summary>Only the registration to which the broker gave this number.</summary>
    [Parameter]
    [ValidateNotNull]
    [NoFiles]
    public int? Uid { get; set; }

    /// <summary>Only the registration of the connection with this uid.</summary>
    [Parameter]
    [ValidateNotNull]
    [NoFiles]
    public Guid? HypHypervisorConnectionUid { get; set; }

    protected override void ProcessRecord() => Attempt((object?)Uid ?? (object?)HypHypervisorConnectionUid ?? Name, () =>
    {
        var name = NamePattern.Of(Name);
        var found = false;
        bool Wanted(BrokerHypervisorConnection connection)
        {
            var wanted = name?.Matches(connection.Name) != false
                && (HypHypervisorConnectionUid is null || connection.HypHypervisorConnectionUid == HypHypervisorConnectionUid);
            found |= wanted;
            return wanted;
        }

        if (Uid is { } uid)
        {
            WriteOne(ct => Client.BrokerConnections.GetAsync(uid, ct), connection => new BrokerHypervisorConnection(connection), Wanted);
            return;
        }

        WriteListing(
            (size, token, ct) => Client.BrokerConnections.ListAsync(name?.ForServer, pageSize: size, pageToken: token, ct: ct),
            connection => new BrokerHypervisorConnection(connection),
            name is null && HypHypervisorConnectionUid is null ? null : Wanted);
        if (!found && name is { IsName: true })
        {
            throw BrokerErrors.NoMatch.With(name.Name);
        }
    });
}
