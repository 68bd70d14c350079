using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>Lists registrations, those of removed connections too.</summary>
public sealed class ListBrokerConnections(UseCaseRunner runner) : IUseCase
{
    private static readonly Listing<BrokerConnection> Listing = new Listing<BrokerConnection>(r => r.ConnectionUid, "name")
        .By("name", r => r.NameKey)
        .By("uid", r => r.Uid)
        .By("createTime", r => r.CreatedAt);

    public static Permission Permission => Permission.Read;

    /// <param name="name">Only those of this name; <c>*</c> stands for any characters.</param>
    /// <exception cref="Errors.DarkroomException">InvalidRequest, ValueOutOfRange, ValueTooLong, ControlCharacter.</exception>
    public Task<Page<BrokerConnectionDto>> HandleAsync(Caller caller, string? name, ListRequest list, CancellationToken ct) =>
        runner.ReadAsync<ListBrokerConnections, Page<BrokerConnectionDto>>(caller, db =>
        {
            var registrations = db.BrokerConnections.AsQueryable();
            if (Wildcard.Read(name, "name") is { } pattern)
            {
                registrations = registrations.Where(r => EF.Functions.Like(r.NameKey, pattern, Wildcard.Escape));
            }

            return Listing.PageAsync(registrations, list, page => BrokerConnectionView.ToDtosAsync(db, page, ct), ct);
        }, ct);
}
