using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>While a connection has hosting units, it stays in its account and Region: their VPCs, subnets and images are nowhere else.</summary>
public static class ConnectionKeepsItsPlace
{
    /// <param name="account">Where the changed connection would lead.</param>
    /// <exception cref="DarkroomException">HypervisorConnectionRegionFixed, HypervisorConnectionAccountFixed.</exception>
    public static async Task CheckAsync(DarkroomDb db, HypervisorConnection connection, AccountKey account, CancellationToken ct)
    {
        if (account == new AccountKey(connection.AccountId, connection.Region))
        {
            return;
        }

        var units = await db.HostingUnits.Where(u => u.ConnectionUid == connection.Uid).OrderBy(u => u.NameKey).Select(u => u.Name).ToListAsync(ct);
        if (units.Count == 0)
        {
            return;
        }

        throw account.Region != connection.Region
            ? HostingErrors.RegionFixed.With(connection.Name, connection.Region, Obstacles.Names(units)).On("hypervisorAddress").AsException()
            : HostingErrors.AccountFixed.Raise(account.AccountId, connection.Name, connection.AccountId, Obstacles.Names(units));
    }
}
