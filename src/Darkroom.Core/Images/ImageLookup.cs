using System.Globalization;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images;

/// <summary>Finds definitions, versions and specs by what administrators call them.</summary>
public static class ImageLookup
{
    /// <summary>The word that names the highest version a definition has.</summary>
    public const string Latest = "latest";

    /// <summary>A definition by its uid, or by its name whatever its case.</summary>
    /// <exception cref="DarkroomException">ImageDefinitionNotFound.</exception>
    public static async Task<ImageDefinition> ImageDefinitionAsync(this DarkroomDb db, string? nameOrUid, CancellationToken ct)
    {
        var wanted = NameOrUid.Read(nameOrUid, NameRules.ImageDefinition);
        return (wanted.Uid is { } uid ? await db.ImageDefinitions.SingleOrDefaultAsync(d => d.Uid == uid, ct) : null)
            ?? (wanted.Key is { } key ? await db.ImageDefinitions.SingleOrDefaultAsync(d => d.NameKey == key, ct) : null)
            ?? throw ImageErrors.DefinitionNotFound.Raise(Input.Excerpt(nameOrUid ?? ""));
    }

    /// <summary>A version by its uid, or by its number or as <c>latest</c> inside a definition.</summary>
    /// <exception cref="DarkroomException">ImageDefinitionNotFound, ImageVersionNotFound, ImageDefinitionHasNoVersion.</exception>
    public static async Task<ImageVersionRow> ImageVersionAsync(this DarkroomDb db, ImageVersionReference reference, CancellationToken ct)
    {
        if (reference.Uid is { } uid)
        {
            return await ImageVersionView.Rows(db).SingleOrDefaultAsync(r => r.Version.Uid == uid, ct) ?? throw ImageErrors.VersionNotFound.Raise($"'{uid}'");
        }

        var definition = await db.ImageDefinitionAsync(reference.Definition, ct);
        return new ImageVersionRow { Definition = definition, Version = await db.ImageVersionAsync(definition, reference.Number ?? "", ct) };
    }

    /// <summary>For who misses something of a definition that was read a moment ago: both may have gone together in between.</summary>
    /// <exception cref="DarkroomException">ImageDefinitionNotFound.</exception>
    public static async Task RequireStillThereAsync(this DarkroomDb db, ImageDefinition definition, CancellationToken ct)
    {
        if (!await db.ImageDefinitions.AnyAsync(d => d.Uid == definition.Uid, ct))
        {
            throw ImageErrors.DefinitionNotFound.Raise(definition.Name);
        }
    }

    private static async Task<ImageVersion> ImageVersionAsync(this DarkroomDb db, ImageDefinition definition, string numberOrLatest, CancellationToken ct)
    {
        var isLatest = string.Equals(numberOrLatest, Latest, StringComparison.OrdinalIgnoreCase);
        var versions = db.ImageVersions.Where(v => v.DefinitionUid == definition.Uid);
        var found = isLatest ? await versions.OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct)
            : int.TryParse(numberOrLatest, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await versions.SingleOrDefaultAsync(v => v.Number == number, ct)
            : null;
        if (found is null)
        {
            await db.RequireStillThereAsync(definition, ct);
            throw isLatest
                ? ImageErrors.DefinitionHasNoVersion.Raise(definition.Name)
                : ImageErrors.VersionNotFound.Raise($"'{Input.Excerpt(numberOrLatest)}' of the image definition '{definition.Name}'");
        }

        return found;
    }

    /// <summary>A master or prepared spec.</summary>
    /// <exception cref="DarkroomException">ImageVersionSpecPlaceholder, ImageVersionSpecNotFound.</exception>
    public static async Task<ImageVersionSpec> ImageVersionSpecAsync(this DarkroomDb db, Guid uid, CancellationToken ct)
    {
        SpecUidIsNoPlaceholder.Check(uid);
        return await db.ImageVersionSpecs.SingleOrDefaultAsync(s => s.Uid == uid, ct) ?? throw ImageErrors.SpecNotFound.Raise(uid);
    }

    /// <summary>A spec with what it belongs to, in one read: outside of a transaction the second of two may miss what was removed meanwhile.</summary>
    /// <exception cref="DarkroomException">ImageVersionSpecPlaceholder, ImageVersionSpecNotFound.</exception>
    public static async Task<ImageVersionSpecRow> ImageVersionSpecRowAsync(this DarkroomDb db, Guid uid, CancellationToken ct)
    {
        SpecUidIsNoPlaceholder.Check(uid);
        return await ImageVersionSpecView.Rows(db).SingleOrDefaultAsync(r => r.Spec.Uid == uid, ct) ?? throw ImageErrors.SpecNotFound.Raise(uid);
    }
}
