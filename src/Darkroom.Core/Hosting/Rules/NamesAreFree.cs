using Darkroom.Core.Errors;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>A connection's name is unique, whatever its case.</summary>
public static class ConnectionNameIsFree
{
    /// <param name="taken">What to say when it isn't: a new one and a renamed one have different codes.</param>
    /// <exception cref="DarkroomException">HypervisorConnectionDuplicateObjectExists, HypervisorConnectionDuplicateNameExists.</exception>
    public static async Task CheckAsync(DarkroomDb db, string name, Guid? self, ErrorDefinition taken, CancellationToken ct)
    {
        var key = NameKey.Of(name);
        if (await db.Connections.AnyAsync(c => c.NameKey == key && c.Uid != self, ct))
        {
            throw taken.With(name).On("hypervisorConnectionName").AsException();
        }
    }
}

/// <summary>A hosting unit's name is unique in all connections, whatever its case: paths begin with it.</summary>
public static class HostingUnitNameIsFree
{
    /// <param name="taken">What to say when it isn't: a new one and a renamed one have different codes.</param>
    /// <exception cref="DarkroomException">HostingUnitDuplicateObjectExists, HostingUnitDuplicateNameExists.</exception>
    public static async Task CheckAsync(DarkroomDb db, string name, Guid? self, ErrorDefinition taken, CancellationToken ct)
    {
        var key = NameKey.Of(name);
        if (await db.HostingUnits.AnyAsync(u => u.NameKey == key && u.Uid != self, ct))
        {
            throw taken.With(name).On("hostingUnitName").AsException();
        }
    }
}
