using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Makes a connection once the cloud has accepted its credentials; a failed check saves nothing.</summary>
public sealed class CreateConnection(UseCaseRunner runner, ConnectionProof proof, ISecretProtector secrets) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <exception cref="Errors.DarkroomException">
    /// What <see cref="Input"/>, <see cref="CustomProperties"/> and the connection's own members say, HypervisorConnectionDuplicateObjectExists, ZoneNotFound, ScopeNotFound,
    /// HypervisorNotContactable, ConnectionCredentialsNotValid.
    /// </exception>
    public Task<HypervisorConnectionDto> HandleAsync(Caller caller, CreateConnectionRequest request, CancellationToken ct) =>
        runner.ChangeAsync<CreateConnection, Prepared, HypervisorConnectionDto>(
            caller,
            request,
            async db =>
            {
                var name = Input.Name(request.HypervisorConnectionName, NameRules.ConnectionOrHostingUnit, "hypervisorConnectionName");
                var type = ConnectionKind.Read(request.ConnectionType, request.PluginId);
                var properties = CustomProperties.ParseOptional(request.CustomProperties)?.Text;
                var access = ConnectionAccess.Of(request);
                ScopesAreAll.Check(request.Scopes);
                await ZoneIsThere.CheckAsync(db, request.ZoneUid, ct);
                await ConnectionNameIsFree.CheckAsync(db, name, null, HostingErrors.ConnectionExists, ct);
                return new Prepared(name, type, properties, await proof.ProveAsync(access, name, ct));
            },
            async (change, prepared) =>
            {
                await ConnectionNameIsFree.CheckAsync(change.Db, prepared.Name, null, HostingErrors.ConnectionExists, ct);
                var (access, identity) = prepared.Proven;
                var connection = new HypervisorConnection
                {
                    Name = prepared.Name,
                    ConnectionType = prepared.Type,
                    PluginId = ConnectionKind.Plugin,
                    Address = access.Place.Address,
                    Region = access.Place.Region,
                    AccountId = identity.AccountId,
                    PrincipalArn = identity.PrincipalArn,
                    AllowUnverifiedGuests = request.AllowUnverifiedGuests,
                    CustomProperties = prepared.CustomProperties,
                    ZoneUid = await ZoneIsThere.CheckAsync(change.Db, request.ZoneUid, ct),
                    CreatedAt = change.Now,
                };
                prepared.Proven.ApplyTo(connection, secrets, change.Now);
                change.Db.Connections.Add(connection);
                var made = connection.ToDto();
                change.Audit(nameof(HypervisorConnection), connection.Uid, connection.Name, null, made);
                return made;
            },
            ct);

    private sealed record Prepared(string Name, string Type, string? CustomProperties, ProvenAccess Proven);
}
