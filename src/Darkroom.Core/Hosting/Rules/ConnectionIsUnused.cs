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
        var units = await db.HostingUnits.Where(u => u.ConnectionUid == connection.Uid).OrderBy(u => u.NameKey).Select(u => u.Name).ToListAsync(ct);
        var definitions = await db.ImageDefinitionConnections.Where(b => b.ConnectionUid == connection.Uid)
            .Join(db.ImageDefinitions, b => b.DefinitionUid, d => d.Uid, (_, d) => d).OrderBy(d => d.NameKey).Select(d => d.Name).ToListAsync(ct);
        var intents = await db.ResourceIntents.CountAsync(i => i.ConnectionUid == connection.Uid && i.ClosedAt == null, ct);
        string[] searched = intents == 0 ? [] : [$"the search for {intents} resources whose fate isn't known yet"];
        string[] users = [.. units.Select(name => $"the hosting unit '{name}'"), .. definitions.Select(name => $"the image definition '{name}'"), .. searched];
        if (users.Length > 0)
        {
            throw HostingErrors.ConnectionInUse.Raise(connection.Name, UsedBy.Names(users));
        }
    }
}
