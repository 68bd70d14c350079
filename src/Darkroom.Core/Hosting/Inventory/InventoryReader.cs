using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Time;

namespace Darkroom.Core.Hosting;

/// <summary>Reads inventory lists through the account's cache.</summary>
public sealed class InventoryReader(ICloud cloud, IAccounts accounts, CloudAccessFactory access, Clock clock)
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(60);

    // Zones and instance types change a few times a year, and listing over a thousand types takes many pages.
    private static readonly TimeSpan AgeOfWhatRarelyChanges = TimeSpan.FromDays(1);

    /// <summary>One list; <paramref name="fresh"/> takes no cached one.</summary>
    /// <exception cref="DarkroomException">What the cloud said, once repeating it didn't help.</exception>
    public async Task<InventoryReading> ReadAsync(HypervisorConnection connection, InventoryQuery query, bool fresh, CancellationToken ct)
    {
        var read = false;
        var opened = access.For(connection);
        var maxAge = fresh ? TimeSpan.Zero
            : query.Kind is CloudItemKind.InstanceType or CloudItemKind.AvailabilityZone ? AgeOfWhatRarelyChanges
            : Age;
        try
        {
            var items = await accounts.CachedAsync(opened.Account, KeyOf(opened, query), maxAge, ReadNow, ct);
            return new InventoryReading(items, read);
        }
        catch (CloudException e)
        {
            throw new DarkroomException(e.Error, e);
        }

        Task<IReadOnlyList<CloudItem>> ReadNow(CancellationToken token)
        {
            read = true;
            return ShortRetry.RunAsync(clock, () => cloud.ListAsync(opened, query, token), token);
        }
    }

    // Two endpoints may both know an account of that number.
    private static string KeyOf(CloudAccess opened, InventoryQuery query) =>
        $"inventory {opened.EndpointOverride} {query.Kind} {query.VpcId} {query.Zone} {query.ParentId} {query.Id}";
}

/// <summary>A list and whether it was read just now.</summary>
public readonly record struct InventoryReading(IReadOnlyList<CloudItem> Items, bool IsFresh);
