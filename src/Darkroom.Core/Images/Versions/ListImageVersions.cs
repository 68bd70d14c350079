using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Versions;

/// <summary>Lists the versions of one definition, or of all.</summary>
public sealed class ListImageVersions(UseCaseRunner runner) : IUseCase
{
    private static readonly Listing<ImageVersionRow> Listing = new Listing<ImageVersionRow>(r => r.Version.Uid, "imageDefinitionName,number")
        .By("imageDefinitionName", r => r.Definition.NameKey)
        .By("number", r => r.Version.Number)
        .By("creationTime", r => r.Version.CreatedAt);

    public static Permission Permission => Permission.Read;

    /// <summary>Of one definition, which has to be there.</summary>
    /// <exception cref="Errors.DarkroomException">ImageDefinitionNotFound, InvalidRequest, ValueOutOfRange.</exception>
    public Task<Page<ImageVersionDto>> HandleInDefinitionAsync(Caller caller, string definitionNameOrUid, ListRequest list, CancellationToken ct) =>
        runner.ReadAsync<ListImageVersions, Page<ImageVersionDto>>(caller, async db =>
        {
            var definition = await db.ImageDefinitionAsync(definitionNameOrUid, ct);
            return await PageAsync(db, ImageVersionView.Rows(db).Where(r => r.Definition.Uid == definition.Uid), list, ct);
        }, ct);

    /// <summary>Of all definitions.</summary>
    /// <param name="definition">Only those of this definition: its uid, or a name in which <c>*</c> stands for any characters.</param>
    /// <param name="number">Only those of this number.</param>
    /// <exception cref="Errors.DarkroomException">InvalidRequest, ValueOutOfRange, ValueTooLong, ControlCharacter.</exception>
    public Task<Page<ImageVersionDto>> HandleAsync(Caller caller, string? definition, int? number, ListRequest list, CancellationToken ct) =>
        runner.ReadAsync<ListImageVersions, Page<ImageVersionDto>>(caller, db =>
        {
            var rows = ImageVersionView.Rows(db);
            if (ImageFilters.Name(definition, "imageDefinition") is { } pattern)
            {
                var uid = ImageFilters.Uid(definition);
                rows = rows.Where(r => r.Definition.Uid == uid || EF.Functions.Like(r.Definition.NameKey, pattern, Wildcard.Escape));
            }

            return PageAsync(db, number is { } wanted ? rows.Where(r => r.Version.Number == wanted) : rows, list, ct);
        }, ct);

    private static Task<Page<ImageVersionDto>> PageAsync(
        Storage.DarkroomDb db, IQueryable<ImageVersionRow> rows, ListRequest list, CancellationToken ct) =>
        Listing.PageAsync(rows, list, page => ImageVersionView.ToDtosAsync(db, page, ct), ct);
}
