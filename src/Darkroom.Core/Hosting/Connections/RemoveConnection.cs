using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Removes a connection that nothing uses; the cloud isn't touched.</summary>
public sealed class RemoveConnection(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <param name="expected">The connection's version that the caller has read; null takes any.</param>
    /// <returns>The uid of what was removed.</returns>
    /// <exception cref="Errors.DarkroomException">
    /// HypervisorConnectionObjectNotFound, VersionMismatch, HypervisorConnectionObjectToDeleteIsInUse.
    /// </exception>
    public Task<Guid> HandleAsync(Caller caller, string nameOrUid, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<RemoveConnection, Guid>(caller, new { nameOrUid, expected }, async change =>
        {
            var connection = await change.Db.ConnectionAsync(nameOrUid, ct);
            ExpectedVersion.Check(connection, expected, "hypervisor connection", connection.Name);
            await ConnectionIsUnused.CheckAsync(change.Db, connection, ct);
            change.Db.Connections.Remove(connection);
            change.Audit(nameof(HypervisorConnection), connection.Uid, connection.Name, connection.ToDto(), null);
            return connection.Uid;
        }, ct);
}
