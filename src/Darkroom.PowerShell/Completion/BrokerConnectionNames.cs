using Darkroom.Client;

namespace Darkroom.PowerShell.Completion;

/// <summary>Completes names of connections that are registered with the broker, those of removed connections too.</summary>
public sealed class BrokerConnectionNames : NameCompleter
{
    protected override async Task<IEnumerable<string>> NamesAsync(DarkroomClient client, string pattern, CancellationToken ct) =>
        (await client.BrokerConnections.ListAsync(pattern, pageSize: Most, ct: ct).ConfigureAwait(false)).Items.Select(connection => connection.Name);
}
