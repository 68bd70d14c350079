using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Overview;

/// <summary>Searches in what people have written, by name and then the newest first.</summary>
internal static class ImageHitsView
{
    /// <param name="most">Of a kind.</param>
    /// <exception cref="Errors.DarkroomException">ValueTooLong, ControlCharacter.</exception>
    public static async Task<ImageHits> ReadAsync(DarkroomDb db, string text, int most, CancellationToken ct)
    {
        if (Wildcard.Read(text, "text") is null)
        {
            return new ImageHits([], [], []);
        }

        var pattern = Wildcard.ToLike($"*{text}*");
        var definitions = await db.ImageDefinitions
            .Where(d => EF.Functions.Like(d.NameKey, pattern, Wildcard.Escape) || EF.Functions.Like(d.Description.ToUpper(), pattern, Wildcard.Escape))
            .OrderBy(d => d.NameKey).Take(most).ToListAsync(ct);
        var versions = await ImageVersionView.Rows(db)
            .Where(r => EF.Functions.Like(r.Version.Description.ToUpper(), pattern, Wildcard.Escape))
            .OrderBy(r => r.Definition.NameKey).ThenByDescending(r => r.Version.Number).Take(most).ToListAsync(ct);
        var specs = await ImageVersionSpecView.Rows(db)
            .Where(r => EF.Functions.Like((r.Spec.IsPrepared ? r.Spec.ImageId : r.Spec.MasterImageId + " " + r.Spec.MasterImagePath)!.ToUpper(), pattern, Wildcard.Escape))
            .OrderBy(r => r.Definition.NameKey).ThenByDescending(r => r.Version.Number).ThenBy(r => r.Spec.IsPrepared).Take(most).ToListAsync(ct);
        return new ImageHits(
            await ImageDefinitionView.ToDtosAsync(db, definitions, ct), await ImageVersionView.ToDtosAsync(db, versions, ct), await ImageVersionSpecView.ToDtosAsync(db, specs, ct));
    }
}
