using System.Linq.Expressions;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Specs;

/// <summary>Lists master and prepared specs.</summary>
public sealed class ListImageVersionSpecs(UseCaseRunner runner) : IUseCase
{
    private static readonly Listing<ImageVersionSpecRow> Listing = new Listing<ImageVersionSpecRow>(r => r.Spec.Uid, "imageDefinitionName,imageVersionNumber")
        .By("imageDefinitionName", r => r.Definition.NameKey)
        .By("imageVersionNumber", r => r.Version.Number)
        .By("hostingUnitName", r => r.HostingUnit.NameKey)
        .By("creationTime", r => r.Spec.CreatedAt);

    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">InvalidRequest, ValueOutOfRange, ValueTooLong, ControlCharacter.</exception>
    public Task<Page<ImageVersionSpecDto>> HandleAsync(Caller caller, ImageVersionSpecFilter filter, ListRequest list, CancellationToken ct) =>
        runner.ReadAsync<ListImageVersionSpecs, Page<ImageVersionSpecDto>>(
            caller,
            db => Listing.PageAsync(Matching(ImageVersionSpecView.Rows(db), filter), list, page => ImageVersionSpecView.ToDtosAsync(db, page, ct), ct),
            ct);

    private static IQueryable<ImageVersionSpecRow> Matching(IQueryable<ImageVersionSpecRow> rows, ImageVersionSpecFilter filter)
    {
        if (ImageFilters.Name(filter.ImageDefinition, "imageDefinition") is { } definition)
        {
            var uid = ImageFilters.Uid(filter.ImageDefinition);
            rows = rows.Where(r => r.Definition.Uid == uid || EF.Functions.Like(r.Definition.NameKey, definition, Wildcard.Escape));
        }

        if (ImageFilters.Name(filter.HostingUnit, "hostingUnit") is { } unit)
        {
            var uid = ImageFilters.Uid(filter.HostingUnit);
            rows = rows.Where(r => r.HostingUnit.Uid == uid || EF.Functions.Like(r.HostingUnit.NameKey, unit, Wildcard.Escape));
        }

        rows = Where(rows, filter.ImageVersionUid, wanted => r => r.Version.Uid == wanted);
        rows = Where(rows, filter.ImageVersionNumber, wanted => r => r.Version.Number == wanted);
        rows = Where(rows, filter.IsPrepared, wanted => r => r.Spec.IsPrepared == wanted);
        return Where(rows, filter.Status, wanted => r => r.Spec.Status == wanted);
    }

    private static IQueryable<ImageVersionSpecRow> Where<T>(
        IQueryable<ImageVersionSpecRow> rows, T? wanted, Func<T, Expression<Func<ImageVersionSpecRow, bool>>> condition)
        where T : struct => wanted is { } value ? rows.Where(condition(value)) : rows;
}

/// <summary>Which specs to list; what is null lets all pass.</summary>
public sealed record ImageVersionSpecFilter
{
    /// <summary>Uid, or a name in which <c>*</c> stands for any characters.</summary>
    public string? ImageDefinition { get; init; }
    public Guid? ImageVersionUid { get; init; }
    public int? ImageVersionNumber { get; init; }

    /// <summary>The unit the spec was made in: uid, or a name in which <c>*</c> stands for any characters.</summary>
    public string? HostingUnit { get; init; }
    public bool? IsPrepared { get; init; }
    public ImageVersionSpecStatus? Status { get; init; }
}
