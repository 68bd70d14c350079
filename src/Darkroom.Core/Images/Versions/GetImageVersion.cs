using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Versions;

/// <summary>Shows one version.</summary>
public sealed class GetImageVersion(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">ImageDefinitionNotFound, ImageVersionNotFound, ImageDefinitionHasNoVersion.</exception>
    public Task<ImageVersionDto> HandleAsync(Caller caller, ImageVersionReference version, CancellationToken ct) =>
        runner.ReadAsync<GetImageVersion, ImageVersionDto>(
            caller, async db => await ImageVersionView.ToDtoAsync(db, await db.ImageVersionAsync(version, ct), ct), ct);
}
