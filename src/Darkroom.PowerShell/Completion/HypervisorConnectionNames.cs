using Darkroom.Client;

namespace Darkroom.PowerShell.Completion;

/// <summary>Completes names of hypervisor connections.</summary>
public sealed class HypervisorConnectionNames : NameCompleter
{
    protected override async Task<IEnumerable<string>> NamesAsync(DarkroomClient client, string pattern, CancellationToken ct) =>
        (await client.Connections.ListAsync(pattern, pageSize: Most, ct: ct).ConfigureAwait(false)).Items.Select(connection => connection.HypervisorConnectionName);
}
