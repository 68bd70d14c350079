using System.Text.Json;
using System.Text.Json.Serialization;
using Darkroom.Simulator.Ec2.InstanceTypes;
using Darkroom.Simulator.Guests;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Worlds;

/// <summary>A world as its JSON file says it. An unknown member is an error: it would be a typing mistake.</summary>
internal sealed record WorldFile
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter() },
    };

    public Timings Timings { get; init; } = new();

    public required IReadOnlyList<WorldRegion> Regions { get; init; }

    public required IReadOnlyList<InstanceTypeInfo> InstanceTypes { get; init; }

    public required IReadOnlyList<WorldAccount> Accounts { get; init; }
}

internal sealed record WorldRegion(string Name, IReadOnlyList<ZoneInfo> Zones);

internal sealed record WorldAccount
{
    public required string Id { get; init; }

    public IReadOnlyList<WorldUser> Users { get; init; } = [];

    public IReadOnlyList<WorldRole> Roles { get; init; } = [];

    /// <summary>What the account has in each Region, by the Region's name. It can use the other Regions too, they are empty.</summary>
    public IReadOnlyDictionary<string, WorldContents> Regions { get; init; } = new Dictionary<string, WorldContents>();
}

/// <summary>A user. Its policy is written here or in a file beside the world.</summary>
internal sealed record WorldUser(string Name, string AccessKeyId, string SecretAccessKey, JsonElement? Policy = null, string? PolicyFile = null);

internal sealed record WorldRole(string Name, JsonElement Trust, JsonElement? Policy = null, string? PolicyFile = null, string Path = "/");

internal sealed record WorldContents
{
    /// <summary>Quotas that aren't AWS's default, by service and quota code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Quotas { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, double>>();

    public IReadOnlyList<WorldVpc> Vpcs { get; init; } = [];

    public IReadOnlyList<WorldSubnet> Subnets { get; init; } = [];

    public IReadOnlyList<WorldSecurityGroup> SecurityGroups { get; init; } = [];

    public IReadOnlyList<string> KeyPairs { get; init; } = [];

    public IReadOnlyList<WorldKey> KmsKeys { get; init; } = [];

    public IReadOnlyList<WorldImage> Images { get; init; } = [];

    public IReadOnlyList<WorldLaunchTemplate> LaunchTemplates { get; init; } = [];

    public IReadOnlyList<WorldInstance> Instances { get; init; } = [];
}

internal sealed record WorldVpc(string Id, string Cidr, bool Default = false, IReadOnlyDictionary<string, string>? Tags = null);

internal sealed record WorldSubnet(string Id, string Vpc, string Zone, string Cidr, bool Default = false, IReadOnlyDictionary<string, string>? Tags = null);

internal sealed record WorldSecurityGroup(string Id, string Vpc, string Name, string Description, IReadOnlyDictionary<string, string>? Tags = null);

internal sealed record WorldKey(string Id, IReadOnlyList<string> Aliases, string State = "Enabled", string Description = "");

internal sealed record WorldImage
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    /// <summary>The owner's account id; the account itself where nothing is said.</summary>
    public string? OwnerId { get; init; }

    public string? OwnerAlias { get; init; }

    public bool Public { get; init; }

    public string PlatformDetails { get; init; } = "Windows";

    public string Architecture { get; init; } = "x86_64";

    public string RootDeviceName { get; init; } = "/dev/sda1";

    public string? ImdsSupport { get; init; }

    public required IReadOnlyList<WorldDevice> Devices { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public GuestFacts? Guest { get; init; }
}

/// <param name="SnapshotShared">Another owner's snapshot is shown to the account, because the owner lets it make volumes of it.</param>
internal sealed record WorldDevice(
    string DeviceName, string SnapshotId, int Size, string Type = "gp3", int? Iops = null, int? Throughput = null, bool Encrypted = false,
    string? KmsKeyId = null, bool SnapshotShared = false);

internal sealed record WorldLaunchTemplate(
    string Id, string Name, IReadOnlyList<WorldLaunchTemplateVersion> Versions, int DefaultVersion = 1, IReadOnlyDictionary<string, string>? Tags = null,
    string? Operator = null);

/// <param name="Data">Launch template data with the AWS CLI's names.</param>
internal sealed record WorldLaunchTemplateVersion(JsonElement Data, string? Description = null);

/// <param name="Launch">What RunInstances is asked, with the AWS CLI's names.</param>
/// <param name="Operator">The service that operates it, for a managed instance.</param>
internal sealed record WorldInstance(string Id, JsonElement Launch, string? Operator = null);
