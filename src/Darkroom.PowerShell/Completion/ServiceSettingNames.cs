using Darkroom.Client;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.Completion;

/// <summary>Completes names of settings of the whole site.</summary>
public sealed class ServiceSettingNames : NameCompleter
{
    protected override async Task<IEnumerable<string>> NamesAsync(DarkroomClient client, string pattern, CancellationToken ct) =>
        (await client.ServiceConfiguration.ListAsync(ct).ConfigureAwait(false)).Select(setting => setting.Name).Where(NamePattern.Parse(pattern).Matches);
}
