using Darkroom.Client;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.Completion;

/// <summary>Completes names of zones.</summary>
public sealed class ZoneNames : NameCompleter
{
    protected override async Task<IEnumerable<string>> NamesAsync(DarkroomClient client, string pattern, CancellationToken ct) =>
        (await client.Zones.ListAsync(ct).ConfigureAwait(false)).Select(zone => zone.Name).Where(NamePattern.Parse(pattern).Matches);
}
