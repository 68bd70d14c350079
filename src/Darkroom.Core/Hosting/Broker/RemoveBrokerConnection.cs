using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Removes a registration; the connection, if it is still there, stays as it is.</summary>
public sealed class RemoveBrokerConnection(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <exception cref="Errors.DarkroomException">BrokerConnectionNotFound.</exception>
    public Task HandleAsync(Caller caller, int uid, CancellationToken ct) =>
        runner.ChangeAsync<RemoveBrokerConnection, bool>(caller, uid, async change =>
        {
            var registration = await change.Db.BrokerConnectionAsync(uid, ct);
            var before = await BrokerConnectionView.ToDtoAsync(change.Db, registration, ct);
            change.Db.BrokerConnections.Remove(registration);
            change.Audit(nameof(BrokerConnection), registration.ConnectionUid, registration.Name, before, null);
            return true;
        }, ct);
}
