using Darkroom.Client;

namespace Darkroom.PowerShell.Completion;

/// <summary>Completes names of hosting units.</summary>
public sealed class HostingUnitNames : NameCompleter
{
    protected override async Task<IEnumerable<string>> NamesAsync(DarkroomClient client, string pattern, CancellationToken ct) =>
        (await client.HostingUnits.ListAsync(pattern, pageSize: Most, ct: ct).ConfigureAwait(false)).Items.Select(unit => unit.HostingUnitName);
}
