using Darkroom.Contracts.Images;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images;

/// <summary>Shows definitions with their connections and number of versions, in two queries however many they are.</summary>
public static class ImageDefinitionView
{
    public static async Task<ImageDefinitionDto> ToDtoAsync(DarkroomDb db, ImageDefinition definition, CancellationToken ct) =>
        (await ToDtosAsync(db, [definition], ct))[0];

    /// <summary>In the order given.</summary>
    public static async Task<IReadOnlyList<ImageDefinitionDto>> ToDtosAsync(DarkroomDb db, IReadOnlyList<ImageDefinition> definitions, CancellationToken ct)
    {
        var uids = definitions.Select(d => d.Uid).ToArray();
        var versions = await db.ImageVersions
            .Where(v => uids.Contains(v.DefinitionUid))
            .GroupBy(v => v.DefinitionUid, (uid, all) => new { uid, Count = all.Count() })
            .ToDictionaryAsync(g => g.uid, g => g.Count, ct);
        var connections = (await Connections(db).Where(c => uids.Contains(c.ImageDefinitionUid)).ToListAsync(ct)).ToLookup(c => c.ImageDefinitionUid);
        return
        [
            .. definitions.Select(d => new ImageDefinitionDto
            {
                ImageDefinitionUid = d.Uid,
                ImageDefinitionName = d.Name,
                Description = d.Description,
                OsType = d.OsType,
                SessionSupport = d.SessionSupport,
                CreateTime = d.CreatedAt,
                LatestVersion = d.LatestVersion,
                VersionsCount = versions.GetValueOrDefault(d.Uid),
                Connections = [.. connections[d.Uid].OrderBy(c => NameKey.Of(c.HypervisorConnectionName), StringComparer.Ordinal)],
                Metadata = d.Metadata,
                Version = d.Version,
            }),
        ];
    }

    /// <summary>Every binding with its connection's name.</summary>
    public static IQueryable<ImageDefinitionConnectionDto> Connections(DarkroomDb db) =>
        from binding in db.ImageDefinitionConnections
        join connection in db.Connections on binding.ConnectionUid equals connection.Uid
        select new ImageDefinitionConnectionDto
        {
            ImageDefinitionUid = binding.DefinitionUid,
            HypervisorConnectionUid = binding.ConnectionUid,
            HypervisorConnectionName = connection.Name,
            CustomProperties = binding.CustomProperties,
        };
}
