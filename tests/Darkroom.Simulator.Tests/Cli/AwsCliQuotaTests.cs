using System.Text.Json;

namespace Darkroom.Simulator.Tests.Cli;

/// <summary>Quotas, the service-linked role and permissions as AWS's own command line reads and meets them.</summary>
[Trait("Suite", "full")]
public class AwsCliQuotaTests
{
    [Fact]
    public async Task The_command_line_reads_quotas_and_is_refused_over_one()
    {
        AwsCli.SkipWithout();
        await using var cloud = await SimulatedCloud.StartAsync();
        var aws = new AwsCli(cloud, "administrator");
        string[] vcpus = ["--service-code", "ec2", "--quota-code", "L-1216C47A"];
        Value(await aws.RunAsync(["service-quotas", "get-service-quota", .. vcpus])).Should().Be(2000);
        Value(await aws.RunAsync(["service-quotas", "get-aws-default-service-quota", .. vcpus])).Should().Be(5);
        var storage = await aws.RunAsync("service-quotas", "list-service-quotas", "--service-code", "ebs", "--page-size", "2");
        storage.GetProperty("Quotas").EnumerateArray().Single(quota => quota.GetProperty("QuotaCode").GetString() == "L-7A658B76")
            .GetProperty("Value").GetDouble().Should().Be(50);
        (await aws.FailAsync("service-quotas", "get-service-quota", "--service-code", "ec2", "--quota-code", "L-00000000")).Should().Contain("NoSuchResourceException");
        (await aws.FailAsync("service-quotas", "list-service-quotas", "--service-code", "sqs")).Should().Contain("NoSuchResourceException");

        cloud.Server.Quotas.Set(SimulatedCloud.Account, SimulatedCloud.Region, "ec2", "L-1216C47A", 1);
        Value(await aws.RunAsync(["service-quotas", "get-service-quota", .. vcpus])).Should().Be(1);
        (await aws.FailAsync("ec2", "run-instances", "--image-id", SimulatedCloud.Windows10, "--instance-type", "t3.medium", "--subnet-id", SimulatedCloud.SubnetA))
            .Should().Contain("VcpuLimitExceeded").And.Contain("vCPU limit of 1 allows");
    }

    [Fact]
    public async Task The_command_line_is_refused_where_a_subnet_has_too_few_addresses()
    {
        AwsCli.SkipWithout();
        await using var cloud = await SimulatedCloud.StartAsync();
        var aws = new AwsCli(cloud, "administrator");
        (await aws.RunAsync("ec2", "describe-subnets", "--subnet-ids", SimulatedCloud.TinySubnet)).GetProperty("Subnets")[0]
            .GetProperty("AvailableIpAddressCount").GetInt32().Should().Be(11);
        (await aws.FailAsync("ec2", "run-instances", "--image-id", SimulatedCloud.Windows10, "--instance-type", "t3.medium",
            "--subnet-id", SimulatedCloud.TinySubnet, "--count", "12")).Should().Contain("InsufficientFreeAddressesInSubnet");
    }

    [Fact]
    public async Task The_command_line_needs_the_permission_for_each_way_to_read_quotas()
    {
        AwsCli.SkipWithout();
        var world = DemoWorld.With(users => users.Add(DemoWorld.User("quota-reader", 93, "servicequotas:GetServiceQuota")));
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { WorldJson = world });
        var aws = new AwsCli(cloud, "quota-reader");
        Value(await aws.RunAsync("service-quotas", "get-service-quota", "--service-code", "ec2", "--quota-code", "L-B665C33B")).Should().Be(50_000);
        (await aws.FailAsync("service-quotas", "list-service-quotas", "--service-code", "ec2"))
            .Should().Contain("AccessDeniedException").And.Contain("servicequotas:ListServiceQuotas");
    }

    [Fact]
    public async Task The_command_line_finds_the_service_linked_role_where_the_world_has_it()
    {
        AwsCli.SkipWithout();
        const string name = "AWSServiceRoleForWorkSpacesInstances";
        await using var cloud = await SimulatedCloud.StartAsync();
        var role = (await new AwsCli(cloud, "administrator").RunAsync("iam", "get-role", "--role-name", name)).GetProperty("Role");
        role.GetProperty("Path").GetString().Should().Be("/aws-service-role/workspaces-instances.amazonaws.com/");
        role.GetProperty("AssumeRolePolicyDocument").GetProperty("Statement")[0].GetProperty("Principal").GetProperty("Service").GetString()
            .Should().Be("workspaces-instances.amazonaws.com");

        await using var without = await SimulatedCloud.StartAsync(options => options with { WorldJson = DemoWorld.WithoutRole(name) });
        var administrator = new AwsCli(without, "administrator");
        (await administrator.FailAsync("iam", "get-role", "--role-name", name)).Should().Contain("NoSuchEntity");
        string[] create = ["iam", "create-service-linked-role", "--aws-service-name", "workspaces-instances.amazonaws.com"];
        var made = (await administrator.RunAsync(create)).GetProperty("Role").GetProperty("Arn").GetString();
        made.Should().Be(role.GetProperty("Arn").GetString());
        (await administrator.RunAsync("iam", "get-role", "--role-name", name)).GetProperty("Role").GetProperty("Arn").GetString().Should().Be(made);
        (await administrator.FailAsync(create)).Should().Contain("InvalidInput");
    }

    [Fact]
    public async Task The_command_line_asks_for_many_permissions_at_once_and_follows_the_pages()
    {
        AwsCli.SkipWithout();
        await using var cloud = await SimulatedCloud.StartAsync();
        var aws = new AwsCli(cloud, "administrator");
        string[] actions = [.. Enumerable.Range(0, 150).Select(number => $"s3:Act{number}"), "ec2:RunInstances", "iam:GetAccountSummary"];
        var results = await Decisions("no-account-summary", actions);
        results.Should().HaveCount(152);
        results["ec2:RunInstances"].Should().Be("allowed");
        results["iam:GetAccountSummary"].Should().Be("explicitDeny");
        (await Decisions("darkroom", actions))["s3:Act149"].Should().Be("implicitDeny");
        (await aws.FailAsync(Question("darkroom", ["nonsense"]))).Should().Contain("InvalidInput");

        async Task<Dictionary<string, string?>> Decisions(string principal, string[] names) =>
            (await aws.RunAsync(Question(principal, names))).GetProperty("EvaluationResults").EnumerateArray()
            .ToDictionary(result => result.GetProperty("EvalActionName").GetString()!, result => result.GetProperty("EvalDecision").GetString());

        string[] Question(string principal, string[] names) =>
            ["iam", "simulate-principal-policy", "--policy-source-arn", cloud.Principal(principal).Arn, "--action-names", .. names];
    }

    private static double Value(JsonElement answer) => answer.GetProperty("Quota").GetProperty("Value").GetDouble();
}
