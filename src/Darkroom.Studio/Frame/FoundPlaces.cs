using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Definitions;
using Darkroom.Core.Operations;
using Darkroom.Core.UseCases;
using Darkroom.Studio.Images;

namespace Darkroom.Studio.Frame;

/// <summary>Something that a search has found.</summary>
/// <param name="Kind">What it is, in words.</param>
public sealed record FoundPlace(string Name, string Kind, string Address);

/// <summary>Searches in whatever has a page: by name, images by their descriptions and the ids of their AMIs as well.</summary>
public sealed class FoundPlaces(ListImageDefinitions definitions, ListConnections connections, ListHostingUnits units, ListOperations operations)
{
    private const int MostOfAKind = 8;

    /// <summary>Operations have titles instead of names; the newest are looked through.</summary>
    private static readonly ListRequest NewestOperations = new(Limit: 500);

    private static readonly ListRequest Few = new(Limit: MostOfAKind);

    public async Task<IReadOnlyList<FoundPlace>> FindAsync(Caller caller, string text, CancellationToken ct)
    {
        var pattern = $"*{text}*";
        bool Has(string name) => name.Contains(text, StringComparison.OrdinalIgnoreCase);
        var images = await definitions.FindAsync(caller, text, MostOfAKind, ct);
        return
        [
            .. images.Definitions.Select(d => new FoundPlace(d.ImageDefinitionName, "image definition", ImageAddress.Of(d.ImageDefinitionUid))),
            .. images.Versions.Select(v => new FoundPlace(
                $"{v.ImageDefinitionName}, version {v.ImageVersionNumber}: {v.Description}", "image version", ImageAddress.Of(v.ImageDefinitionUid, v.ImageVersionNumber))),
            .. images.Specs.Select(s => new FoundPlace(
                $"{s.ImageDefinitionName}, version {s.ImageVersionNumber}: {(s.IsPrepared ? s.ImageId : s.MasterImagePath)}",
                s.IsPrepared ? "prepared image" : "master image",
                ImageAddress.Of(s.ImageDefinitionUid, s.ImageVersionNumber))),
            .. (await units.HandleAsync(caller, pattern, null, Few, ct)).Items
                .Select(u => new FoundPlace(u.HostingUnitName, "hosting unit", $"/hosting/units/{u.HostingUnitUid}")),
            .. (await connections.HandleAsync(caller, pattern, Few, ct)).Items
                .Select(c => new FoundPlace(c.HypervisorConnectionName, "connection", $"/hosting/connections/{c.HypervisorConnectionUid}")),
            .. (await operations.HandleAsync(caller, new OperationFilter(), NewestOperations, ct)).Items
                .Where(o => Has(o.Title) || o.OperationId.ToString() == text)
                .Take(MostOfAKind)
                .Select(o => new FoundPlace(o.Title, "operation", $"/operations/{o.OperationId}")),
        ];
    }
}
