using Darkroom.Client;

namespace Darkroom.PowerShell.Completion;

/// <summary>Completes names of image definitions.</summary>
public sealed class ImageDefinitionNames : NameCompleter
{
    protected override async Task<IEnumerable<string>> NamesAsync(DarkroomClient client, string pattern, CancellationToken ct) =>
        (await client.ImageDefinitions.ListAsync(pattern, pageSize: Most, ct: ct).ConfigureAwait(false)).Items.Select(definition => definition.ImageDefinitionName);
}
