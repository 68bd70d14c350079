using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Specs;

/// <summary>Shows one master or prepared spec.</summary>
public sealed class GetImageVersionSpec(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">ImageVersionSpecNotFound, ImageVersionSpecPlaceholder.</exception>
    public Task<ImageVersionSpecDto> HandleAsync(Caller caller, Guid uid, CancellationToken ct) =>
        runner.ReadAsync<GetImageVersionSpec, ImageVersionSpecDto>(caller, async db =>
        {
            var row = await db.ImageVersionSpecRowAsync(uid, ct);
            return (await ImageVersionSpecView.ToDtosAsync(db, [row], ct))[0];
        }, ct);
}
