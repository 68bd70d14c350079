using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>Lists hosting units.</summary>
public sealed class ListHostingUnits(UseCaseRunner runner) : IUseCase
{
    private static readonly Listing<HostingUnit> Listing = new Listing<HostingUnit>(u => u.Uid, "name")
        .By("name", u => u.NameKey)
        .By("availabilityZone", u => u.AvailabilityZone)
        .By("createTime", u => u.CreatedAt);

    public static Permission Permission => Permission.Read;

    /// <param name="name">Only those of this name; <c>*</c> stands for any characters.</param>
    /// <param name="connection">Only those of this connection, by name or uid.</param>
    /// <exception cref="Errors.DarkroomException">
    /// HypervisorConnectionObjectNotFound, InvalidRequest, ValueOutOfRange, ValueTooLong, ControlCharacter.
    /// </exception>
    public Task<Page<HostingUnitDto>> HandleAsync(Caller caller, string? name, string? connection, ListRequest list, CancellationToken ct) =>
        runner.ReadAsync<ListHostingUnits, Page<HostingUnitDto>>(caller, async db =>
        {
            var units = db.HostingUnits.AsQueryable();
            if (Wildcard.Read(name, "name") is { } pattern)
            {
                units = units.Where(u => EF.Functions.Like(u.NameKey, pattern, Wildcard.Escape));
            }

            if (!string.IsNullOrEmpty(connection))
            {
                var uid = (await db.ConnectionAsync(connection, ct, "connection")).Uid;
                units = units.Where(u => u.ConnectionUid == uid);
            }

            return await Listing.PageAsync(units, list, page => db.ShowAsync(page, ct), ct);
        }, ct);
}
