using Darkroom.Contracts.Hosting;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Shows one connection.</summary>
public sealed class GetConnection(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">HypervisorConnectionObjectNotFound.</exception>
    public Task<HypervisorConnectionDto> HandleAsync(Caller caller, string nameOrUid, CancellationToken ct) =>
        runner.ReadAsync<GetConnection, HypervisorConnectionDto>(caller, async db => (await db.ConnectionAsync(nameOrUid, ct)).ToDto(), ct);
}
