using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Images.Overview;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Definitions;

/// <summary>Lists definitions.</summary>
public sealed class ListImageDefinitions(UseCaseRunner runner) : IUseCase
{
    private static readonly Listing<ImageDefinition> Listing = new Listing<ImageDefinition>(d => d.Uid, "name")
        .By("name", d => d.NameKey)
        .By("createTime", d => d.CreatedAt)
        .By("latestVersion", d => d.LatestVersion);

    public static Permission Permission => Permission.Read;

    /// <param name="name">Only those of this name; <c>*</c> stands for any characters.</param>
    /// <exception cref="Errors.DarkroomException">InvalidRequest, ValueOutOfRange, ValueTooLong, ControlCharacter.</exception>
    public Task<Page<ImageDefinitionDto>> HandleAsync(Caller caller, string? name, ListRequest list, CancellationToken ct) =>
        runner.ReadAsync<ListImageDefinitions, Page<ImageDefinitionDto>>(caller, db =>
        {
            var definitions = db.ImageDefinitions.AsQueryable();
            if (ImageFilters.Name(name, "name") is { } pattern)
            {
                definitions = definitions.Where(d => EF.Functions.Like(d.NameKey, pattern, Wildcard.Escape));
            }

            return Listing.PageAsync(definitions, list, page => ImageDefinitionView.ToDtosAsync(db, page, ct), ct);
        }, ct);

    /// <summary>With their versions below them.</summary>
    /// <exception cref="Errors.DarkroomException">ValueOutOfRange, ValueTooLong, ControlCharacter.</exception>
    public Task<ImageLines> HandleWithVersionsAsync(Caller caller, ImageLinesRequest request, CancellationToken ct) =>
        runner.ReadAsync<ListImageDefinitions, ImageLines>(caller, db => ImageLinesView.ReadAsync(db, request, ct), ct);

    /// <summary>Those that have a text, and the versions that have it.</summary>
    /// <param name="most">Of either.</param>
    /// <exception cref="Errors.DarkroomException">ValueTooLong, ControlCharacter.</exception>
    public Task<ImageHits> FindAsync(Caller caller, string text, int most, CancellationToken ct) =>
        runner.ReadAsync<ListImageDefinitions, ImageHits>(caller, db => ImageHitsView.ReadAsync(db, text, most, ct), ct);
}
