using Darkroom.Contracts.Images;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images;

/// <summary>Shows versions of one definition with their number of specs, in one query however many they are.</summary>
public static class ImageVersionView
{
    public static async Task<ImageVersionDto> ToDtoAsync(DarkroomDb db, ImageDefinition definition, ImageVersion version, CancellationToken ct) =>
        (await ToDtosAsync(db, definition, [version], ct))[0];

    /// <summary>In the order given.</summary>
    public static async Task<IReadOnlyList<ImageVersionDto>> ToDtosAsync(
        DarkroomDb db, ImageDefinition definition, IReadOnlyList<ImageVersion> versions, CancellationToken ct)
    {
        var uids = versions.Select(v => v.Uid).ToArray();
        var specs = await db.ImageVersionSpecs
            .Where(s => uids.Contains(s.ImageVersionUid))
            .GroupBy(s => s.ImageVersionUid, (uid, all) => new { uid, Count = all.Count() })
            .ToDictionaryAsync(g => g.uid, g => g.Count, ct);
        return
        [
            .. versions.Select(v => new ImageVersionDto
            {
                ImageVersionUid = v.Uid,
                ImageVersionNumber = v.Number,
                ImageDefinitionUid = definition.Uid,
                ImageDefinitionName = definition.Name,
                Description = v.Description,
                CreationTime = v.CreatedAt,
                ImageVersionSpecsCount = specs.GetValueOrDefault(v.Uid),
                Version = v.Version,
            }),
        ];
    }
}
