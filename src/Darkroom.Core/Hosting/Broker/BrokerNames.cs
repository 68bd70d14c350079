using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>
/// Names of registrations are those of their connections. A connection may take the name of one that was removed while its registration was left:
/// then that registration, which leads nowhere, makes room.
/// </summary>
internal static class BrokerNames
{
    /// <summary>Removes what is left under the name of a connection that is no more.</summary>
    public static async Task MakeRoomAsync(this Change change, string name, CancellationToken ct)
    {
        var key = NameKey.Of(name);
        var left = change.Db.BrokerConnections.Where(r => r.NameKey == key && !change.Db.Connections.Any(c => c.Uid == r.ConnectionUid));
        if (await left.SingleOrDefaultAsync(ct) is { } orphan)
        {
            var before = await BrokerConnectionView.ToDtoAsync(change.Db, orphan, ct);
            change.Db.BrokerConnections.Remove(orphan);
            change.Audit(nameof(BrokerConnection), orphan.ConnectionUid, orphan.Name, before, null);
        }
    }

    /// <summary>Lets the registration of a connection, if it has one, follow its new name.</summary>
    public static async Task FollowNameAsync(this Change change, HypervisorConnection renamed, CancellationToken ct)
    {
        if (await change.Db.BrokerConnections.SingleOrDefaultAsync(r => r.ConnectionUid == renamed.Uid, ct) is { } registration)
        {
            await change.MakeRoomAsync(renamed.Name, ct);
            registration.Name = renamed.Name;
        }
    }
}
