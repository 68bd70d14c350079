using Darkroom.Contracts.Hosting;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Shows one hosting unit.</summary>
public sealed class GetHostingUnit(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">HostingUnitObjectNotFound.</exception>
    public Task<HostingUnitDto> HandleAsync(Caller caller, string nameOrUid, CancellationToken ct) =>
        runner.ReadAsync<GetHostingUnit, HostingUnitDto>(caller, async db => await db.ShowAsync(await db.HostingUnitAsync(nameOrUid, ct), ct), ct);
}
