using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Images.Definitions;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Images.Versions;
using Darkroom.Core.UseCases;

namespace Darkroom.Studio.Images;

/// <summary>Everything that the grid of images shows, read at once.</summary>
/// <param name="IsCut">There are more than are shown.</param>
public sealed record ImageListing(
    IReadOnlyList<ImageDefinitionDto> Definitions, ILookup<Guid, ImageVersionDto> Versions, ILookup<Guid, ImageVersionSpecDto> Specs, bool IsCut)
{
    /// <summary>What a person can still find his way in; a search narrows before it.</summary>
    private const int Most = 10_000;

    private const string NewestFirst = "imageDefinitionName,-number";

    public static async Task<ImageListing> ReadAsync(
        Caller caller, ListImageDefinitions definitions, ListImageVersions versions, ListImageVersionSpecs specs, CancellationToken ct)
    {
        var (foundDefinitions, moreDefinitions) = await AllAsync(list => definitions.HandleAsync(caller, null, list, ct), null);
        var (foundVersions, moreVersions) = await AllAsync(list => versions.HandleAsync(caller, null, null, list, ct), NewestFirst);
        var (foundSpecs, _) = await AllAsync(list => specs.HandleAsync(caller, new ImageVersionSpecFilter(), list, ct), null);
        return new ImageListing(
            foundDefinitions, foundVersions.ToLookup(v => v.ImageDefinitionUid), foundSpecs.ToLookup(s => s.ImageVersionUid), moreDefinitions || moreVersions);
    }

    /// <summary>The lines to show: definitions by name, their versions newest first.</summary>
    /// <param name="search">Only what has this text in a name, description or hosting unit; a definition that has it shows all its versions.</param>
    public IReadOnlyList<ImageRow> Rows(string search, Func<Guid, bool> isOpen)
    {
        var rows = new List<ImageRow>();
        foreach (var definition in Definitions)
        {
            var versions = Versions[definition.ImageDefinitionUid].ToList();
            var whole = Has(definition.ImageDefinitionName, search) || Has(definition.Description, search);
            var shown = whole ? versions : versions.Where(v => Has(v.Description, search) || Specs[v.ImageVersionUid].Any(s => Has(s.HostingUnitName, search))).ToList();
            if (!whole && shown.Count == 0)
            {
                continue;
            }

            var open = search.Length > 0 || isOpen(definition.ImageDefinitionUid);
            rows.Add(new ImageRow(definition, null, versions.Count > 0 ? [.. Specs[versions[0].ImageVersionUid]] : [], open));
            if (open)
            {
                rows.AddRange(shown.Select(v => new ImageRow(definition, v, [.. Specs[v.ImageVersionUid]], open)));
            }
        }

        return rows;
    }

    private static bool Has(string text, string search) => text.Contains(search, StringComparison.OrdinalIgnoreCase);

    private static async Task<(List<T> Found, bool More)> AllAsync<T>(Func<ListRequest, Task<Page<T>>> read, string? sort)
    {
        var found = new List<T>();
        string? token = null;
        do
        {
            var page = await read(new ListRequest(sort, ListRequest.MostRows, token));
            found.AddRange(page.Items);
            token = page.NextPageToken;
        }
        while (token is not null && found.Count < Most);

        return (found, token is not null);
    }
}
