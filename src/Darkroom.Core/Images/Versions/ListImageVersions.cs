using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Versions;

/// <summary>Lists the versions of a definition.</summary>
public sealed class ListImageVersions(UseCaseRunner runner) : IUseCase
{
    private static readonly Listing<ImageVersion> Listing = new Listing<ImageVersion>(v => v.Uid, "number")
        .By("number", v => v.Number)
        .By("creationTime", v => v.CreatedAt);

    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">ImageDefinitionNotFound, InvalidRequest, ValueOutOfRange.</exception>
    public Task<Page<ImageVersionDto>> HandleAsync(Caller caller, string definitionNameOrUid, ListRequest list, CancellationToken ct) =>
        runner.ReadAsync<ListImageVersions, Page<ImageVersionDto>>(caller, async db =>
        {
            var definition = await db.ImageDefinitionAsync(definitionNameOrUid, ct);
            var versions = db.ImageVersions.Where(v => v.DefinitionUid == definition.Uid);
            return await Listing.PageAsync(versions, list, page => ImageVersionView.ToDtosAsync(db, definition, page, ct), ct);
        }, ct);
}
