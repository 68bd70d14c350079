using Darkroom.Contracts.Images;
using Darkroom.Core.Hosting;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Images;

/// <summary>A hosting unit of a spec beside the spec, the unit and its connection.</summary>
public sealed class ImageShareRow
{
    public required ImageVersionSpecHostingUnit Share { get; init; }
    public required ImageVersionSpec Spec { get; init; }
    public required HostingUnit HostingUnit { get; init; }
    public required HypervisorConnection Connection { get; init; }
}

/// <summary>Shows the hosting units of specs with the names of what they belong to.</summary>
public static class ImageShareView
{
    /// <summary>Every hosting unit of every spec; may be filtered further.</summary>
    public static IQueryable<ImageShareRow> Rows(DarkroomDb db) =>
        from share in db.ImageVersionSpecHostingUnits
        join spec in db.ImageVersionSpecs on share.SpecUid equals spec.Uid
        join unit in db.HostingUnits on share.HostingUnitUid equals unit.Uid
        join connection in db.Connections on unit.ConnectionUid equals connection.Uid
        select new ImageShareRow { Share = share, Spec = spec, HostingUnit = unit, Connection = connection };

    /// <summary>The primary unit first, then by name.</summary>
    public static IReadOnlyList<ImageVersionSpecHostingUnitDto> ToDtos(IEnumerable<ImageShareRow> rows) =>
        [.. rows.OrderByDescending(r => r.Share.IsPrimary).ThenBy(r => r.HostingUnit.NameKey, StringComparer.Ordinal).Select(ToDto)];

    public static ImageVersionSpecHostingUnitDto ToDto(ImageShareRow row) => new()
    {
        ImageVersionSpecUid = row.Spec.Uid,
        HostingUnitUid = row.HostingUnit.Uid,
        HostingUnitName = row.HostingUnit.Name,
        HypervisorConnectionUid = row.Connection.Uid,
        HypervisorConnectionName = row.Connection.Name,
        IsPrimary = row.Share.IsPrimary,
        Status = row.Spec.Status == ImageVersionSpecStatus.Deleting ? ImageShareStatus.Deleting
            : row.Share.IsPrimary ? OfPrimary(row.Spec.Status)
            : row.Share.Status,
        Errors = row.Share.IsPrimary ? row.Spec.Errors : row.Share.Errors,
        Checks = row.Share.Checks,
        OperationId = row.Share.OperationId,
        SharedAt = row.Share.SharedAt,
        Version = row.Share.Version,
    };

    private static ImageShareStatus OfPrimary(ImageVersionSpecStatus status) => status switch
    {
        ImageVersionSpecStatus.InProgress => ImageShareStatus.InProgress,
        ImageVersionSpecStatus.Success => ImageShareStatus.Success,
        _ => ImageShareStatus.Failed,
    };
}
