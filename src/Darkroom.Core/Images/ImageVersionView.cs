using Darkroom.Contracts.Images;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images;

/// <summary>A version beside the definition it belongs to.</summary>
public sealed class ImageVersionRow
{
    public required ImageVersion Version { get; init; }
    public required ImageDefinition Definition { get; init; }

    /// <summary>How messages and the audit call it.</summary>
    public string Name => $"{Definition.Name} {Version.Number}";
}

/// <summary>Shows versions with their number of specs, in one query however many they are.</summary>
public static class ImageVersionView
{
    /// <summary>Every version with its definition; may be filtered and ordered further.</summary>
    public static IQueryable<ImageVersionRow> Rows(DarkroomDb db) =>
        from version in db.ImageVersions
        join definition in db.ImageDefinitions on version.DefinitionUid equals definition.Uid
        select new ImageVersionRow { Version = version, Definition = definition };

    public static async Task<ImageVersionDto> ToDtoAsync(DarkroomDb db, ImageVersionRow row, CancellationToken ct) => (await ToDtosAsync(db, [row], ct))[0];

    /// <summary>In the order given.</summary>
    public static async Task<IReadOnlyList<ImageVersionDto>> ToDtosAsync(DarkroomDb db, IReadOnlyList<ImageVersionRow> rows, CancellationToken ct)
    {
        var uids = rows.Select(r => r.Version.Uid).ToArray();
        var specs = await db.ImageVersionSpecs
            .Where(s => uids.Contains(s.ImageVersionUid))
            .GroupBy(s => s.ImageVersionUid, (uid, all) => new { uid, Count = all.Count() })
            .ToDictionaryAsync(g => g.uid, g => g.Count, ct);
        return
        [
            .. rows.Select(r => new ImageVersionDto
            {
                ImageVersionUid = r.Version.Uid,
                ImageVersionNumber = r.Version.Number,
                ImageDefinitionUid = r.Definition.Uid,
                ImageDefinitionName = r.Definition.Name,
                Description = r.Version.Description,
                CreationTime = r.Version.CreatedAt,
                ImageVersionSpecsCount = specs.GetValueOrDefault(r.Version.Uid),
                Metadata = r.Version.Metadata,
                Version = r.Version.Version,
            }),
        ];
    }
}
