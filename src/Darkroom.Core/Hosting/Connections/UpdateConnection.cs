using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Renames a connection, changes how it reaches the cloud, and turns its maintenance mode on and off.</summary>
public sealed class UpdateConnection(UseCaseRunner runner, ConnectionProof proof, CloudAccessFactory factory, ISecretProtector secrets) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <param name="expected">The connection's version that the caller has read; null takes any.</param>
    /// <exception cref="DarkroomException">
    /// HypervisorConnectionObjectNotFound, VersionMismatch, HypervisorConnectionDuplicateNameExists, HypervisorConnectionRegionFixed,
    /// HypervisorConnectionAccountFixed, and those of <see cref="CreateConnection"/>.
    /// </exception>
    public Task<HypervisorConnectionDto> HandleAsync(
        Caller caller, string nameOrUid, UpdateConnectionRequest request, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<UpdateConnection, Prepared, HypervisorConnectionDto>(
            caller,
            new { nameOrUid, request, expected },
            async db =>
            {
                var connection = await db.ConnectionAsync(nameOrUid, ct);
                ExpectedVersion.Check(connection, expected, "hypervisor connection", connection.Name);
                var properties = CustomProperties.ParseOptional(request.CustomProperties)?.Text;
                var access = ConnectionAccess.Of(connection, request, factory);
                var proven = access is null ? null : await proof.ProveAsync(access, connection.Name, ct);
                return new Prepared(connection.Version, proven, properties);
            },
            async (change, prepared) =>
            {
                var connection = await change.Db.ConnectionAsync(nameOrUid, ct);
                ExpectedVersion.Check(connection, expected, "hypervisor connection", connection.Name);
                var before = connection.ToDto();
                if (request.HypervisorConnectionName is { } name)
                {
                    connection.Name = Input.Name(name, NameRules.ConnectionOrHostingUnit, "hypervisorConnectionName");
                    await ConnectionNameIsFree.CheckAsync(change.Db, name, connection.Uid, HostingErrors.ConnectionNameTaken, ct);
                    await change.FollowNameAsync(connection, ct);
                }

                if (prepared.Proven is { } proven)
                {
                    // What was proven mixes the request with the state read before it.
                    if (prepared.Version != connection.Version)
                    {
                        throw CommonErrors.ConcurrentChange.Raise();
                    }

                    await ConnectionKeepsItsPlace.CheckAsync(change.Db, connection, proven.Account, ct);
                    proven.ApplyTo(connection, secrets, request.SecretAccessKey is null ? null : change.Now);
                }

                connection.MaintenanceMode = request.MaintenanceMode ?? connection.MaintenanceMode;
                connection.AllowUnverifiedGuests = request.AllowUnverifiedGuests ?? connection.AllowUnverifiedGuests;
                connection.CustomProperties = request.CustomProperties is null ? connection.CustomProperties : prepared.CustomProperties;
                if (!change.Db.ChangeTracker.HasChanges())
                {
                    return before;
                }

                await change.Db.SaveChangesAsync(ct);
                var after = connection.ToDto();
                change.Audit(nameof(HypervisorConnection), connection.Uid, connection.Name, before, after);
                return after;
            },
            ct);

    private sealed record Prepared(long Version, ProvenAccess? Proven, string? CustomProperties);
}
