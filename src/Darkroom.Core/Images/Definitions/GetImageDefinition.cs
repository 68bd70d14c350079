using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Definitions;

/// <summary>Shows one definition.</summary>
public sealed class GetImageDefinition(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">ImageDefinitionNotFound.</exception>
    public Task<ImageDefinitionDto> HandleAsync(Caller caller, string nameOrUid, CancellationToken ct) =>
        runner.ReadAsync<GetImageDefinition, ImageDefinitionDto>(
            caller, async db => await ImageDefinitionView.ToDtoAsync(db, await db.ImageDefinitionAsync(nameOrUid, ct), ct), ct);
}
