using Darkroom.Contracts.Hosting;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>Shows the zones of the site.</summary>
public sealed class ListZones(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    public Task<IReadOnlyList<ZoneDto>> HandleAsync(Caller caller, CancellationToken ct) =>
        runner.ReadAsync<ListZones, IReadOnlyList<ZoneDto>>(caller, async db => await db.Zones
            .OrderBy(z => z.NameKey)
            .Select(z => new ZoneDto { Uid = z.Uid, Name = z.Name, Description = z.Description, IsPrimary = z.IsPrimary })
            .ToListAsync(ct), ct);
}
