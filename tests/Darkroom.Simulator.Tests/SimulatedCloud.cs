using System.Text;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.KeyManagementService;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Darkroom.Simulator.Control;

namespace Darkroom.Simulator.Tests;

/// <summary>A simulator on its demo world with a clock that stands still until the test moves it, and AWS's own clients pointed at it.</summary>
internal sealed class SimulatedCloud : IAsyncDisposable
{
    public const string Account = "111122223333";
    public const string OtherAccount = "444455556666";
    public const string Region = "us-east-1";
    public const string Windows10 = "ami-00123456789abcdef";
    public const string Linux = "ami-0a11a0000000000a9";
    public const string SubnetA = "subnet-0da4c000000000a1a";
    public const string SubnetB = "subnet-0da4c000000000a1b";
    public const string SubnetC = "subnet-0da4c000000000a1c";
    public const string TinySubnet = "subnet-0da4c000000000a1d";
    public const string Vpc = "vpc-0da4c0000000000a1";

    private SimulatedCloud(SimulatorServer server)
    {
        Server = server;
        Ec2 = Ec2As("administrator");
    }

    public SimulatorServer Server { get; }

    /// <summary>A client of an administrator in us-east-1.</summary>
    public AmazonEC2Client Ec2 { get; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts one; everything new is visible at once and nothing is throttled unless the options say otherwise.</summary>
    public static async Task<SimulatedCloud> StartAsync(Func<SimulatorOptions, SimulatorOptions>? change = null)
    {
        var options = new SimulatorOptions
        {
            ClockPaused = true,
            ThrottleFactor = 0,
            Timings = timings => timings with { ConsistencySeconds = 0 },
        };
        return new(await SimulatorServer.StartAsync(change?.Invoke(options) ?? options, Cancel));
    }

    public PrincipalInfo Principal(string name, string account = Account) =>
        Server.Principals.Single(principal => principal.Name == name && principal.AccountId == account);

    public AmazonEC2Client Ec2As(string principal, string region = Region, string account = Account) =>
        new(Keys(principal, account), Configured(new AmazonEC2Config(), region));

    public AmazonEC2Client Ec2With(AWSCredentials credentials, string region = Region) => new(credentials, Configured(new AmazonEC2Config(), region));

    public AmazonSecurityTokenServiceClient StsAs(string principal, string account = Account) =>
        new(Keys(principal, account), Configured(new AmazonSecurityTokenServiceConfig(), Region));

    public AmazonKeyManagementServiceClient KmsAs(string principal) =>
        new(Keys(principal, Account), Configured(new AmazonKeyManagementServiceConfig(), Region));

    public BasicAWSCredentials Keys(string principal, string account) =>
        new(Principal(principal, account).AccessKeyId, Principal(principal, account).SecretAccessKey);

    public void Advance(double seconds) => Server.Clock.Advance(TimeSpan.FromSeconds(seconds));

    public static RunInstancesRequest Launch(string image = Windows10, string? userData = null) => new()
    {
        ImageId = image,
        InstanceType = InstanceType.T3Medium,
        MinCount = 1,
        MaxCount = 1,
        SubnetId = SubnetA,
        UserData = userData,
        InstanceInitiatedShutdownBehavior = ShutdownBehavior.Stop,
    };

    public async Task<Instance> RunAsync(RunInstancesRequest request) => (await Ec2.RunInstancesAsync(request, Cancel)).Reservation.Instances.Single();

    public async Task<Instance> InstanceAsync(string id) =>
        (await Ec2.DescribeInstancesAsync(new() { InstanceIds = [id] }, Cancel)).Reservations.Single().Instances.Single();

    public async Task<string> ConsoleAsync(string id, bool latest = true)
    {
        var output = (await Ec2.GetConsoleOutputAsync(new() { InstanceId = id, Latest = latest }, Cancel)).Output;
        return output is null ? "" : Encoding.UTF8.GetString(Convert.FromBase64String(output));
    }

    /// <summary>The report's lines among everything on a console.</summary>
    public async Task<string[]> ReportAsync(string id, string nonce) =>
        [.. (await ConsoleAsync(id)).Split("\r\n").Where(line => line.StartsWith($"darkroom {nonce} ", StringComparison.Ordinal))];

    public IReadOnlyList<ResourceInfo> Resources() => Server.Resources(Account, Region);

    public async ValueTask DisposeAsync()
    {
        Ec2.Dispose();
        await Server.DisposeAsync();
    }

    private T Configured<T>(T config, string region)
        where T : ClientConfig
    {
        config.ServiceURL = Server.BaseUri.ToString();
        config.AuthenticationRegion = region;
        config.MaxErrorRetry = 0;
        return config;
    }
}
