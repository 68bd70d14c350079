using System.Net;
using System.Text.Json;
using Amazon.EC2;
using Amazon.KeyManagementService;
using Darkroom.Simulator.Tests.Http;

namespace Darkroom.Simulator.Tests.Iam;

public class PrincipalTests
{
    [Fact]
    public async Task A_dry_run_tells_what_a_principal_may_do()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var allowed = await DryRun(cloud.Ec2);
        (allowed.ErrorCode, allowed.StatusCode).Should().Be(("DryRunOperation", HttpStatusCode.PreconditionFailed));
        using var limited = cloud.Ec2As("no-create-image");
        var refused = await DryRun(limited);
        (refused.ErrorCode, refused.StatusCode).Should().Be(("UnauthorizedOperation", HttpStatusCode.Forbidden));
        refused.Message.Should().Contain("ec2:CreateImage");
        cloud.Resources().Should().NotContain(resource => resource.Type == "image" && resource.State == "pending");
    }

    [Fact]
    public async Task A_reader_reads_and_changes_nothing()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        using var ec2 = cloud.Ec2As("reader");
        (await ec2.DescribeImagesAsync(SimulatedCloud.Cancel)).Images.Should().NotBeEmpty();
        var refused = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.RunInstancesAsync(SimulatedCloud.Launch(), SimulatedCloud.Cancel));
        refused.ErrorCode.Should().Be("UnauthorizedOperation");
    }

    [Fact]
    public async Task Tags_in_a_launch_need_the_permission_to_tag_and_a_role_the_permission_to_pass_it()
    {
        var world = DemoWorld.With(users => users.Add(DemoWorld.User("launcher", 90, "ec2:RunInstances")));
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { WorldJson = world });
        using var ec2 = cloud.Ec2As("launcher");
        var plain = SimulatedCloud.Launch();
        (await ec2.RunInstancesAsync(plain, SimulatedCloud.Cancel)).Reservation.Instances.Should().ContainSingle();
        var tagged = SimulatedCloud.Launch();
        tagged.TagSpecifications = [new() { ResourceType = ResourceType.Instance, Tags = [new("a", "b")] }];
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.RunInstancesAsync(tagged, SimulatedCloud.Cancel))).Message.Should().Contain("ec2:CreateTags");
        var passing = SimulatedCloud.Launch();
        passing.IamInstanceProfile = new() { Name = "desktop" };
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => ec2.RunInstancesAsync(passing, SimulatedCloud.Cancel))).Message.Should().Contain("iam:PassRole");
    }

    [Fact]
    public async Task The_demo_principal_has_exactly_the_policy_file()
    {
        using var demo = JsonDocument.Parse(DemoWorld.Text);
        var user = demo.RootElement.GetProperty("accounts")[0].GetProperty("users")[0];
        user.GetProperty("name").GetString().Should().Be("darkroom");
        user.GetProperty("policyFile").GetString().Should().Be("../policies/darkroom-policy.json");
        using var policy = JsonDocument.Parse(await File.ReadAllTextAsync(DemoWorld.PolicyPath, SimulatedCloud.Cancel));
        var actions = policy.RootElement.GetProperty("Statement").EnumerateArray()
            .SelectMany(statement => statement.GetProperty("Action").EnumerateArray()).Select(action => action.GetString()!).ToList();
        await using var cloud = await SimulatedCloud.StartAsync();
        var decisions = await Simulate(cloud, [.. actions, "ec2:RegisterImage"]);
        decisions.Should().Equal([.. actions.Select(_ => "allowed"), "implicitDeny"]);
    }

    [Fact]
    public async Task Permissions_of_many_actions_come_in_pages_for_each_resource()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        (string, string)[] question =
        [
            ("Action", "SimulatePrincipalPolicy"), ("PolicySourceArn", cloud.Principal("no-create-image").Arn),
            ("ActionNames.member.1", "ec2:CreateImage"), ("ActionNames.member.2", "ec2:RunInstances"), ("ActionNames.member.3", "s3:ListBuckets"),
            ("ResourceArns.member.1", "arn:aws:ec2:us-east-1:*:instance/*"), ("ResourceArns.member.2", "*"), ("MaxItems", "4"),
        ];
        var (_, first) = await Iam(cloud, "administrator", question);
        first.Text("IsTruncated").Should().Be("true");
        var (_, second) = await Iam(cloud, "administrator", [.. question, ("Marker", first.Text("Marker")!)]);
        second.Text("IsTruncated").Should().Be("false");
        Decisions(first).Concat(Decisions(second)).Should().Equal("explicitDeny", "explicitDeny", "allowed", "allowed", "implicitDeny", "implicitDeny");
        (await Iam(cloud, "administrator", [.. question, ("Marker", "nonsense")])).Body.Text("Code").Should().Be("InvalidInput");
    }

    [Fact]
    public async Task The_account_summary_needs_its_permission_and_names_no_account()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var (status, body) = await Iam(cloud, "administrator", ("Action", "GetAccountSummary"));
        status.Should().Be(HttpStatusCode.OK);
        body.Descendants().Count(element => element.Name.LocalName == "entry").Should().Be(34);
        (status, body) = await Iam(cloud, "no-account-summary", ("Action", "GetAccountSummary"));
        (status, body.Text("Code")).Should().Be((HttpStatusCode.Forbidden, "AccessDenied"));
    }

    [Fact]
    public async Task A_role_is_there_or_it_is_not()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var (_, found) = await Iam(cloud, "administrator", ("Action", "GetRole"), ("RoleName", "AWSServiceRoleForWorkSpacesInstances"));
        found.Text("Arn").Should().StartWith("arn:aws:iam::111122223333:role/aws-service-role/");
        var (status, missing) = await Iam(cloud, "administrator", ("Action", "GetRole"), ("RoleName", "nobody"));
        (status, missing.Text("Code")).Should().Be((HttpStatusCode.NotFound, "NoSuchEntity"));
        var world = DemoWorld.With(users => users.Add(DemoWorld.User("no-roles", 94, "ec2:*")));
        await using var other = await SimulatedCloud.StartAsync(options => options with { WorldJson = world });
        var (_, refused) = await Iam(other, "no-roles", ("Action", "GetRole"), ("RoleName", "nobody"));
        refused.Text("Code").Should().Be("AccessDenied", "who may not ask isn't told whether it is there");
    }

    [Fact]
    public async Task Identity_needs_no_permission()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        using var sts = cloud.StsAs("reader");
        var identity = await sts.GetCallerIdentityAsync(new(), SimulatedCloud.Cancel);
        identity.Account.Should().Be(SimulatedCloud.Account);
        identity.Arn.Should().Be("arn:aws:iam::111122223333:user/reader");
    }

    [Fact]
    public async Task A_key_says_its_state_to_those_who_may_ask()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        using var kms = cloud.KmsAs("darkroom");
        (await kms.DescribeKeyAsync("alias/desktops", SimulatedCloud.Cancel)).KeyMetadata.KeyState.Should().Be(KeyState.Enabled);
        (await kms.DescribeKeyAsync("alias/retired", SimulatedCloud.Cancel)).KeyMetadata.KeyState.Should().Be(KeyState.Disabled);
        await Assert.ThrowsAsync<Amazon.KeyManagementService.Model.NotFoundException>(() => kms.DescribeKeyAsync("alias/none", SimulatedCloud.Cancel));
        var world = DemoWorld.With(users => users.Add(DemoWorld.User("keyless", 91, "ec2:*")));
        await using var other = await SimulatedCloud.StartAsync(options => options with { WorldJson = world });
        using var refused = other.KmsAs("keyless");
        (await Assert.ThrowsAsync<AmazonKeyManagementServiceException>(() => refused.DescribeKeyAsync("alias/desktops", SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("AccessDeniedException");
    }

    private static async Task<List<string>> Simulate(SimulatedCloud cloud, IReadOnlyList<string> actions)
    {
        (string, string)[] parameters =
        [
            ("Action", "SimulatePrincipalPolicy"), ("PolicySourceArn", cloud.Principal("darkroom").Arn),
            .. actions.Select((action, index) => ($"ActionNames.member.{index + 1}", action)),
        ];
        var (_, body) = await Iam(cloud, "administrator", parameters);
        return Decisions(body);
    }

    private static List<string> Decisions(System.Xml.Linq.XDocument body) =>
        [.. body.Descendants().Where(element => element.Name.LocalName == "EvalDecision").Select(element => element.Value)];

    private static Task<(HttpStatusCode Status, System.Xml.Linq.XDocument Body)> Iam(
        SimulatedCloud cloud, string principal, params (string, string)[] parameters) =>
        SignedQuery.SendAsync(cloud, cloud.Keys(principal, SimulatedCloud.Account), "iam", "eu-west-1", [("Version", "2010-05-08"), .. parameters]);

    private static Task<AmazonEC2Exception> DryRun(AmazonEC2Client ec2) => Assert.ThrowsAsync<AmazonEC2Exception>(() =>
        ec2.CreateImageAsync(new() { DryRun = true, InstanceId = "i-00000000000000000", Name = "dry-run" }, SimulatedCloud.Cancel));
}
