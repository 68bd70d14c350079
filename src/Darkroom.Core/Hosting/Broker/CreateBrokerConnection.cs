using Darkroom.Contracts.Hosting;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>Registers a hypervisor connection with the broker, once.</summary>
public sealed class CreateBrokerConnection(UseCaseRunner runner) : IUseCase
{
    private const int LongestController = 255;

    public static Permission Permission => Permission.ManageHosting;

    /// <exception cref="Errors.DarkroomException">HypervisorConnectionObjectNotFound, BrokerConnectionExists, ValueTooLong, ControlCharacter.</exception>
    public Task<BrokerConnectionDto> HandleAsync(Caller caller, CreateBrokerConnectionRequest request, CancellationToken ct) =>
        runner.ChangeAsync<CreateBrokerConnection, BrokerConnectionDto>(caller, request, async change =>
        {
            var controller = Input.OptionalText(request.PreferredController, "preferredController", LongestController);
            var connection = await change.Db.ConnectionAsync($"{request.HypHypervisorConnectionUid}", ct, "hypHypervisorConnectionUid");
            if (await change.Db.BrokerConnections.SingleOrDefaultAsync(r => r.ConnectionUid == connection.Uid, ct) is { } present)
            {
                throw HostingErrors.BrokerConnectionExists.With(connection.Name, present.Uid).On("hypHypervisorConnectionUid").AsException();
            }

            await change.MakeRoomAsync(connection.Name, ct);
            var registration = new BrokerConnection
            {
                Name = connection.Name,
                ConnectionUid = connection.Uid,
                ZoneUid = await ZoneIsThere.CheckAsync(change.Db, connection.ZoneUid, ct),
                PreferredController = controller,
                CreatedAt = change.Now,
            };
            change.Db.BrokerConnections.Add(registration);
            await change.Db.SaveChangesAsync(ct);
            var made = await BrokerConnectionView.ToDtoAsync(change.Db, registration, ct);
            change.Audit(nameof(BrokerConnection), connection.Uid, registration.Name, null, made);
            return made;
        }, ct);
}
