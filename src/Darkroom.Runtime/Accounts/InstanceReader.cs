using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Darkroom.Runtime.Accounts;

/// <summary>Reads watched instances with a connection's credentials.</summary>
internal sealed class InstanceReader(IDbContextFactory<DarkroomDb> databases, ICloud cloud, CloudAccessFactory access, ILogger<InstanceReader> log)
{
    /// <summary>Null when the cloud could not be read; the next interval tries again.</summary>
    public async Task<IReadOnlyDictionary<string, InstanceStatus>?> ReadAsync(Guid connectionUid, IReadOnlyList<string> instances, CancellationToken ct)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var connection = await db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.Uid == connectionUid, ct);
            return connection is null ? null : await cloud.DescribeInstancesAsync(access.For(connection), instances, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Reading {Count} watched instances failed; it is tried again", instances.Count);
            return null;
        }
    }
}
