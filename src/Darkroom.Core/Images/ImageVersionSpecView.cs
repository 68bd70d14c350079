using Darkroom.Contracts.Images;
using Darkroom.Core.Hosting;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images;

/// <summary>A spec beside the version, definition and primary hosting unit it belongs to.</summary>
public sealed class ImageVersionSpecRow
{
    public required ImageVersionSpec Spec { get; init; }
    public required ImageVersion Version { get; init; }
    public required ImageDefinition Definition { get; init; }
    public required HostingUnit HostingUnit { get; init; }
}

/// <summary>Shows specs with the names of what they belong to, in two queries however many they are.</summary>
public static class ImageVersionSpecView
{
    /// <summary>Every spec with what it belongs to; may be filtered and ordered further.</summary>
    public static IQueryable<ImageVersionSpecRow> Rows(DarkroomDb db) =>
        from spec in db.ImageVersionSpecs
        join version in db.ImageVersions on spec.ImageVersionUid equals version.Uid
        join definition in db.ImageDefinitions on version.DefinitionUid equals definition.Uid
        join unit in db.HostingUnits on spec.HostingUnitUid equals unit.Uid
        select new ImageVersionSpecRow { Spec = spec, Version = version, Definition = definition, HostingUnit = unit };

    /// <summary>One spec; what was changed has to be saved before.</summary>
    public static async Task<ImageVersionSpecDto> ToDtoAsync(DarkroomDb db, ImageVersionSpec spec, CancellationToken ct) =>
        (await ToDtosAsync(db, [await Rows(db).SingleAsync(r => r.Spec.Uid == spec.Uid, ct)], ct))[0];

    /// <summary>In the order given.</summary>
    public static async Task<IReadOnlyList<ImageVersionSpecDto>> ToDtosAsync(DarkroomDb db, IReadOnlyList<ImageVersionSpecRow> rows, CancellationToken ct)
    {
        var uids = rows.Where(r => r.Spec.IsPrepared).Select(r => r.Spec.Uid).ToArray();
        var units = uids.Length == 0 ? [] : await ImageShareView.Rows(db).Where(r => uids.Contains(r.Spec.Uid)).ToListAsync(ct);
        var unitsOf = units.ToLookup(u => u.Spec.Uid);
        return [.. rows.Select(r => ToDto(r, ImageShareView.ToDtos(unitsOf[r.Spec.Uid])))];
    }

    private static ImageVersionSpecDto ToDto(ImageVersionSpecRow row, IReadOnlyList<ImageVersionSpecHostingUnitDto> units) => new()
    {
        ImageVersionSpecUid = row.Spec.Uid,
        ImageVersionUid = row.Version.Uid,
        ImageVersionNumber = row.Version.Number,
        ImageDefinitionUid = row.Definition.Uid,
        ImageDefinitionName = row.Definition.Name,
        HostingUnitUid = row.HostingUnit.Uid,
        HostingUnitName = row.HostingUnit.Name,
        IsPrepared = row.Spec.IsPrepared,
        PreparationType = row.Spec.IsPrepared ? PreparationType.Mcs : PreparationType.None,
        SourceImageVersionSpecUid = row.Spec.SourceSpecUid ?? Guid.Empty,
        MasterImagePath = row.Spec.MasterImagePath,
        ImageVersionSpecStatus = row.Spec.Status,
        DiskSize = row.Spec.DiskSizeGb,
        ImageId = row.Spec.IsPrepared ? row.Spec.ImageId : row.Spec.MasterImageId,
        ImageScheme = row.Spec.Scheme,
        ImageRuntimeInfo = row.Spec.RuntimeInfo,
        Errors = row.Spec.Errors,
        Warnings = row.Spec.Warnings,
        HostingUnits = units,
        OperationId = row.Spec.OperationId,
        Metadata = row.Spec.Metadata,
        CreationTime = row.Spec.CreatedAt,
        Version = row.Spec.Version,
    };
}
