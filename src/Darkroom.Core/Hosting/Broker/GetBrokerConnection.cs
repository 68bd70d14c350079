using Darkroom.Contracts.Hosting;
using Darkroom.Core.Access;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>Shows one registration.</summary>
public sealed class GetBrokerConnection(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">BrokerConnectionNotFound.</exception>
    public Task<BrokerConnectionDto> HandleAsync(Caller caller, int uid, CancellationToken ct) =>
        runner.ReadAsync<GetBrokerConnection, BrokerConnectionDto>(
            caller, async db => await BrokerConnectionView.ToDtoAsync(db, await db.BrokerConnectionAsync(uid, ct), ct), ct);
}

/// <summary>Finds registrations or says that there is none.</summary>
internal static class BrokerLookup
{
    public static async Task<BrokerConnection> BrokerConnectionAsync(this DarkroomDb db, int uid, CancellationToken ct) =>
        await db.BrokerConnections.SingleOrDefaultAsync(r => r.Uid == uid, ct) ?? throw HostingErrors.BrokerConnectionNotFound.Raise(uid);
}
