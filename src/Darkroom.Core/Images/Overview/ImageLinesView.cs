using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Overview;

/// <summary>
/// Definitions by name, and below each its versions, the newest first. The list is cut into pages by the database, so a page costs the same however many
/// images there are.
/// </summary>
internal static class ImageLinesView
{
    /// <summary>Above the number of every version.</summary>
    private const int OfDefinition = int.MaxValue;

    /// <exception cref="Errors.DarkroomException">ValueOutOfRange, ValueTooLong, ControlCharacter.</exception>
    public static async Task<ImageLines> ReadAsync(DarkroomDb db, ImageLinesRequest request, CancellationToken ct)
    {
        Input.Range(request.Skip, "skip", 0, int.MaxValue);
        Input.Range(request.Take, "take", 1, ListRequest.MostRows);
        var keys = Matching(db, request);
        var page = await keys.OrderBy(k => k.NameKey).ThenByDescending(k => k.Number).Skip(request.Skip).Take(request.Take).ToListAsync(ct);
        return new ImageLines(await ToLinesAsync(db, request, page, ct), await keys.CountAsync(ct));
    }

    private static IQueryable<Key> Matching(DarkroomDb db, ImageLinesRequest request)
    {
        var definitions = db.ImageDefinitions.AsQueryable();
        var versions = ImageVersionView.Rows(db);
        if (Wildcard.Read(request.Search, "search") is not null)
        {
            var pattern = Wildcard.ToLike($"*{request.Search}*");
            versions = versions.Where(r => EF.Functions.Like(r.Definition.NameKey, pattern, Wildcard.Escape)
                || EF.Functions.Like(r.Definition.Description.ToUpper(), pattern, Wildcard.Escape)
                || EF.Functions.Like(r.Version.Description.ToUpper(), pattern, Wildcard.Escape)
                || ImageVersionSpecView.Rows(db).Any(s => s.Version.Uid == r.Version.Uid && EF.Functions.Like(s.HostingUnit.NameKey, pattern, Wildcard.Escape)));
            var found = versions.Select(r => r.Definition.Uid);
            definitions = definitions.Where(d => EF.Functions.Like(d.NameKey, pattern, Wildcard.Escape)
                || EF.Functions.Like(d.Description.ToUpper(), pattern, Wildcard.Escape)
                || found.Contains(d.Uid));
        }
        else
        {
            var exceptions = request.Exceptions.ToArray();
            versions = request.Open
                ? versions.Where(r => !exceptions.Contains(r.Definition.Uid))
                : versions.Where(r => exceptions.Contains(r.Definition.Uid));
        }

        return definitions.Select(d => new Key { NameKey = d.NameKey, Number = OfDefinition, DefinitionUid = d.Uid, Uid = d.Uid })
            .Concat(versions.Select(r => new Key { NameKey = r.Definition.NameKey, Number = r.Version.Number, DefinitionUid = r.Definition.Uid, Uid = r.Version.Uid }));
    }

    private static async Task<IReadOnlyList<ImageLine>> ToLinesAsync(DarkroomDb db, ImageLinesRequest request, List<Key> page, CancellationToken ct)
    {
        var definitionUids = page.Select(k => k.DefinitionUid).Distinct().ToArray();
        var definitions = (await ImageDefinitionView.ToDtosAsync(db, await db.ImageDefinitions.Where(d => definitionUids.Contains(d.Uid)).ToListAsync(ct), ct))
            .ToDictionary(d => d.ImageDefinitionUid);
        var versionUids = page.Where(k => k.Number != OfDefinition).Select(k => k.Uid).ToArray();
        var versions = (await ImageVersionView.ToDtosAsync(db, await ImageVersionView.Rows(db).Where(r => versionUids.Contains(r.Version.Uid)).ToListAsync(ct), ct))
            .ToDictionary(v => v.ImageVersionUid);
        var newest = await NewestVersionsAsync(db, [.. definitionUids.Where(uid => !IsOpen(request, uid))], ct);
        Guid[] specOwners = [.. versionUids, .. newest.Values];
        var specs = (await ImageVersionSpecView.ToDtosAsync(db, await ImageVersionSpecView.Rows(db).Where(r => specOwners.Contains(r.Version.Uid)).ToListAsync(ct), ct))
            .ToLookup(s => s.ImageVersionUid);

        // What was removed between two of these readings is left out.
        return
        [
            .. from key in page
               let definition = definitions.GetValueOrDefault(key.DefinitionUid)
               let version = versions.GetValueOrDefault(key.Uid)
               where definition is not null && (version is not null || key.Number == OfDefinition)
               let owner = version?.ImageVersionUid ?? newest.GetValueOrDefault(key.DefinitionUid)
               select new ImageLine(definition, version, [.. specs[owner]], IsOpen(request, key.DefinitionUid)),
        ];
    }

    private static Task<Dictionary<Guid, Guid>> NewestVersionsAsync(DarkroomDb db, Guid[] definitions, CancellationToken ct) => db.ImageVersions
        .Where(v => definitions.Contains(v.DefinitionUid) && !db.ImageVersions.Any(other => other.DefinitionUid == v.DefinitionUid && other.Number > v.Number))
        .ToDictionaryAsync(v => v.DefinitionUid, v => v.Uid, ct);

    private static bool IsOpen(ImageLinesRequest request, Guid definition) => request.Search.Length > 0 || request.Open != request.Exceptions.Contains(definition);

    /// <summary>What a line is of, and where it stands.</summary>
    private sealed class Key
    {
        public required string NameKey { get; init; }
        public required int Number { get; init; }
        public required Guid DefinitionUid { get; init; }
        public required Guid Uid { get; init; }
    }
}
