using Darkroom.Contracts.Problems;
using Darkroom.Core.Errors;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>A connection goes only after its hosting units and the definitions bound to it.</summary>
public static class ConnectionIsUnused
{
    /// <exception cref="DarkroomException">HypervisorConnectionObjectToDeleteIsInUse, naming what uses it.</exception>
    public static async Task CheckAsync(DarkroomDb db, HypervisorConnection connection, CancellationToken ct)
    {
        var units = await db.HostingUnits.Where(u => u.ConnectionUid == connection.Uid).OrderBy(u => u.NameKey).Select(u => new { u.Uid, u.Name }).ToListAsync(ct);
        var definitions = await db.ImageDefinitionConnections.Where(b => b.ConnectionUid == connection.Uid)
            .Join(db.ImageDefinitions, b => b.DefinitionUid, d => d.Uid, (_, d) => d).OrderBy(d => d.NameKey).Select(d => new { d.Uid, d.Name }).ToListAsync(ct);
        var intents = await db.ResourceIntents.CountAsync(i => i.ConnectionUid == connection.Uid && i.ClosedAt == null, ct);
        Obstacle[] users =
        [
            .. units.Select(u => new Obstacle(ObstacleKind.HostingUnit, u.Uid, u.Name, $"the hosting unit '{u.Name}'")),
            .. definitions.Select(d => new Obstacle(ObstacleKind.ImageDefinition, d.Uid, d.Name, $"the image definition '{d.Name}'")),
        ];
        string[] searched = intents == 0 ? [] : [$"the search for {intents} resources whose fate isn't known yet"];
        string[] named = [.. users.Select(user => user.Text), .. searched];
        if (named.Length > 0)
        {
            throw (HostingErrors.ConnectionInUse.With(connection.Name, Obstacles.Names(named)) with { Obstacles = users }).AsException();
        }
    }
}
