using System.Text.Json.Nodes;
using Amazon.EC2;
using Amazon.EC2.Model;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Simulator;

namespace Darkroom.Aws.Tests.Simulated;

/// <summary>The adapter on the demo world, whose clock stands still until the test moves it.</summary>
internal sealed class SimulatedAws : IAsyncDisposable
{
    public const string Account = "111122223333";
    public const string Vpc = "vpc-0da4c0000000000a1";
    public const string SubnetA = "subnet-0da4c000000000a1a";
    public const string SubnetB = "subnet-0da4c000000000a1b";
    public const string Master = "ami-00123456789abcdef";
    public const string ProfileInstance = "i-0da4c0000000000a1";
    public const string ManagedInstance = "i-0da4c0000000000b2";
    public const string ProfileTemplate = "lt-00123456789abcdef";
    public const string AnyTokensTemplate = "lt-00123456789abcdee";

    private SimulatedAws(SimulatorServer server)
    {
        Server = server;
        var own = As("darkroom").Credentials;
        Cloud = Tests.Cloud.Of(new AwsOptions { DefaultCredentials = new AwsKeyPair(own.AccessKeyId!, own.SecretAccessKey!) }, Accounts);
    }

    public SimulatorServer Server { get; }

    public ICloud Cloud { get; }

    public UnlimitedAccounts Accounts { get; } = new();

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts one; what is new is visible at once unless a test asks otherwise.</summary>
    /// <param name="world">Changes the demo world before the start.</param>
    public static async Task<SimulatedAws> StartAsync(double consistencySeconds = 0, Action<JsonNode>? world = null) => new(await SimulatorServer.StartAsync(
        new SimulatorOptions
        {
            ClockPaused = true,
            ThrottleFactor = 0,
            Timings = timings => timings with { ConsistencySeconds = consistencySeconds },
            WorldJson = Changed(world),
        },
        Ct));

    /// <summary>Another user of the account, who may call these actions.</summary>
    public static Action<JsonNode> WithUser(string name, params string[] actions) => world => world["accounts"]![0]!["users"]!.AsArray().Add(new JsonObject
    {
        ["name"] = name,
        ["accessKeyId"] = "AKIADARKROOMTEST0001",
        ["secretAccessKey"] = "darkroom/demo/not/a/secret/key/of/us0099",
        ["policy"] = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray(new JsonObject
            {
                ["Effect"] = "Allow",
                ["Action"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]),
                ["Resource"] = "*",
            }),
        },
    });

    /// <summary>Another image, each of whose disks is encrypted under a key.</summary>
    public static Action<JsonNode> WithEncryptedImage(string id, string owner, bool shown, params string[] keys) => world =>
        world["accounts"]![0]!["regions"]!["us-east-1"]!["images"]!.AsArray().Add(new JsonObject
        {
            ["id"] = id,
            ["name"] = "encrypted",
            ["ownerId"] = owner,
            ["devices"] = new JsonArray([.. keys.Select((key, disk) => new JsonObject
            {
                ["deviceName"] = disk == 0 ? "/dev/sda1" : $"xvd{(char)('a' + disk)}",
                ["snapshotId"] = $"snap-0e4c000000000000{disk}",
                ["size"] = 30,
                ["encrypted"] = true,
                ["kmsKeyId"] = key,
                ["snapshotShared"] = shown,
            })]),
        });

    public CloudAccess As(string principal = "darkroom", string account = Account)
    {
        var keys = Server.Principals.Single(known => known.Name == principal && known.AccountId == account);
        return With(new CloudCredentials(CredentialKind.AccessKey, null, keys.AccessKeyId, keys.SecretAccessKey), account);
    }

    public CloudAccess With(CloudCredentials credentials, string account = Account) => new(
        Guid.CreateVersion7(), "tests", account, "us-east-1", Server.BaseUri, credentials);

    /// <summary>A role of the account, assumed by the server's own principal.</summary>
    public CloudAccess WithRoleOf(string role) => With(new CloudCredentials(CredentialKind.RoleArn, $"arn:aws:iam::{Account}:role/{role}"));

    /// <summary>Opens a group to the world, as somebody might do by hand.</summary>
    public async Task AllowInAsync(string group)
    {
        using var ec2 = Administrator();
        await ec2.AuthorizeSecurityGroupIngressAsync(
            new() { GroupId = group, IpPermissions = [new IpPermission { IpProtocol = "-1", Ipv4Ranges = [new IpRange { CidrIp = "0.0.0.0/0" }] }] }, Ct);
    }

    /// <summary>Somebody who may do anything, past the adapter.</summary>
    public AmazonEC2Client Administrator()
    {
        var keys = As("administrator").Credentials;
        return new AmazonEC2Client(
            keys.AccessKeyId, keys.SecretAccessKey, new AmazonEC2Config { ServiceURL = Server.BaseUri.AbsoluteUri, AuthenticationRegion = "us-east-1" });
    }

    public void Advance(double seconds) => Server.Clock.Advance(TimeSpan.FromSeconds(seconds));

    public static MachineProfile PlainProfile { get; } = new() { Source = new MachineProfileSource(ProfileInstance, null, null), InstanceType = "t3.medium" };

    public static PreparationPlan Plan { get; } = new()
    {
        MasterImageId = Master,
        OsType = OsType.Windows,
        Profile = PlainProfile,
        InstanceType = "t3.medium",
        VpcId = Vpc,
        Zone = "us-east-1a",
        SubnetIds = [SubnetA],
    };

    public static SharingPlan Sharing { get; } = new()
    {
        ImageId = Master,
        SnapshotIds = ["snap-00000000000da0001"],
        Profile = PlainProfile,
        InstanceType = "t3.medium",
        VpcId = Vpc,
        Zone = "us-east-1b",
        SubnetIds = [SubnetB],
    };

    public static PreparationInstance Launch(string group, string token = "token-1", MachineProfile? profile = null, string reference = "ref-1") => new()
    {
        Token = token,
        Name = "preparation",
        ImageId = Master,
        InstanceType = "t3.medium",
        Profile = profile ?? PlainProfile,
        Zone = "us-east-1a",
        SubnetIds = [SubnetA],
        IsolationGroupId = group,
        OsType = OsType.Windows,
        UserData = "<powershell>\n$DarkroomNonce = 'nonce-1'\n</powershell>\n<persist>true</persist>",
        Tags = Tests.Cloud.Tags(reference),
    };

    public async Task<string> ClosedGroupAsync(CloudAccess access)
    {
        var group = await Cloud.CreateIsolationGroupAsync(access, Vpc, Tests.Cloud.Tags(), Ct);
        (await Cloud.CloseIsolationGroupAsync(access, group, Ct)).Should().Be(0);
        return group;
    }

    /// <summary>A preparation instance that has done its work and stopped.</summary>
    public async Task<string> StoppedInstanceAsync(CloudAccess access, string group, string token = "token-1")
    {
        var instance = await Cloud.StartPreparationInstanceAsync(access, Launch(group, token), Ct);
        Advance(600);
        return instance;
    }

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();

    private static string? Changed(Action<JsonNode>? change)
    {
        if (change is null)
        {
            return null;
        }

        using var demo = typeof(SimulatorServer).Assembly.GetManifestResourceStream("worlds/demo.json")!;
        var world = JsonNode.Parse(demo)!;
        change(world);
        return world.ToJsonString();
    }
}
