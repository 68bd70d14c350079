using Darkroom.Contracts.Hosting;
using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Core.Tests.Clouds;
using Darkroom.Core.Time;

namespace Darkroom.Core.Tests.Hosting;

/// <summary>A handful of things in one account, read through a cache that never ages by itself.</summary>
public sealed class SmallCloud
{
    private readonly Dictionary<string, object> _cache = [];

    public SmallCloud()
    {
        var cloud = StandIn.Of<ICloud>((method, args) => method.Name == nameof(ICloud.ListAsync)
            ? Task.FromResult<object?>(List((InventoryQuery)args[1]!))
            : throw new NotSupportedException($"Nothing stands in for {method.Name}."));
        Inventory = new Inventory(new InventoryReader(cloud, new Cache(_cache), new CloudAccessFactory(new PlainSecrets()), new Clock(TimeProvider.System)));
    }

    public Inventory Inventory { get; }

    public List<InventoryQuery> Calls { get; } = [];

    /// <summary>Raised instead of the next answers, one each.</summary>
    public Queue<CloudException> Faults { get; } = [];

    public List<CloudItem> Items { get; } =
    [
        Item(CloudItemKind.Vpc, "vpc-1", "Default VPC"),
        Item(CloudItemKind.Vpc, "vpc-2", "Twin"),
        Item(CloudItemKind.Vpc, "vpc-3", "twin"),
        Item(CloudItemKind.AvailabilityZone, "us-east-1a", "us-east-1a"),
        Item(CloudItemKind.AvailabilityZone, "us-east-1b", "us-east-1b"),
        Item(CloudItemKind.Subnet, "subnet-1", "10.0.0.0/16", ("VirtualPrivateCloudId", "vpc-1"), ("AvailabilityZone", "us-east-1a")),
        Item(CloudItemKind.Subnet, "subnet-2", "10.1.0.0/16", ("VirtualPrivateCloudId", "vpc-1"), ("AvailabilityZone", "us-east-1a")),
        Item(CloudItemKind.Image, "ami-1", "win11"),
        Item(CloudItemKind.Image, "ami-2", "WIN11"),
        Item(CloudItemKind.Image, "ami-3", "a/b (ami-9)"),
        Item(CloudItemKind.Instance, "i-1", "Demo VM", ("VirtualPrivateCloudId", "vpc-1"), ("AvailabilityZone", "us-east-1a")),
        Item(CloudItemKind.Instance, "i-2", "Elsewhere", ("VirtualPrivateCloudId", "vpc-2"), ("AvailabilityZone", "us-east-1a")),
        Item(CloudItemKind.Instance, "i-3", "Ours", ("VirtualPrivateCloudId", "vpc-1"), ("AvailabilityZone", "us-east-1a"), ("darkroom:operation", "x")),
        Item(CloudItemKind.LaunchTemplate, "lt-1", "w2022"),
        Item(CloudItemKind.LaunchTemplateVersion, "1", "lt-1"),
        Item(CloudItemKind.LaunchTemplateVersion, "2", "lt-1"),
        Item(CloudItemKind.InstanceType, "t3.medium", "T3 Medium Instance"),
        Item(CloudItemKind.SecurityGroup, "sg-1", "default"),
    ];

    public HypervisorConnection Connection { get; } = new()
    {
        Name = "Main",
        ConnectionType = "AmazonWorkSpacesCore",
        PluginId = "",
        Address = "https://workspaces-instances.us-east-1.api.aws",
        Region = "us-east-1",
        AccountId = "111122223333",
        PrincipalArn = "arn:aws:iam::111122223333:user/x",
        CredentialKind = CredentialKind.DefaultChain,
    };

    public HostingUnit Unit => new()
    {
        Name = "Unit A",
        ConnectionUid = Connection.Uid,
        VpcId = "vpc-1",
        VpcName = "Default VPC",
        AvailabilityZone = "us-east-1a",
        Subnets = [new HostingUnitSubnet("subnet-1", "10.0.0.0/16")],
    };

    public static CloudItem Item(CloudItemKind kind, string id, string name, params (string Name, string Value)[] data) =>
        new(kind, id, name, data.ToDictionary(fact => fact.Name, fact => fact.Value));

    private List<CloudItem> List(InventoryQuery query)
    {
        Calls.Add(query);
        if (Faults.TryDequeue(out var fault))
        {
            throw fault;
        }

        bool Is(CloudItem item, string fact, string? wanted) => wanted is null || item.Data.GetValueOrDefault(fact, wanted) == wanted;
        return
        [
            .. Items.Where(item => item.Kind == query.Kind && (query.Id is null || item.Id == query.Id)
                && (query.ParentId is null || item.Name == query.ParentId)
                && Is(item, CloudItemData.VirtualPrivateCloudId, query.VpcId) && Is(item, CloudItemData.AvailabilityZone, query.Zone)),
        ];
    }

    private sealed class Cache(Dictionary<string, object> kept) : IAccounts
    {
        public Task DrawAsync(AccountKey account, string api, CancellationToken ct) => throw new NotSupportedException();

        public Task EmptyAsync(AccountKey account, string api, CancellationToken ct) => throw new NotSupportedException();

        public Task<InstanceStatus?> WatchInstanceAsync(CloudAccess access, string instanceId, CancellationToken ct) => throw new NotSupportedException();

        public async Task<T> CachedAsync<T>(AccountKey account, string key, TimeSpan maxAge, Func<CancellationToken, Task<T>> read, CancellationToken ct)
        {
            if (maxAge > TimeSpan.Zero && kept.TryGetValue(key, out var value))
            {
                return (T)value;
            }

            var fresh = await read(ct);
            kept[key] = fresh!;
            return fresh;
        }
    }
}
