using System.Reflection;
using System.Text.Json;
using Darkroom.Aws.Tests.Simulated;
using Darkroom.Core.Clouds;
using Darkroom.Simulator.Control;

namespace Darkroom.Aws.Tests.Policies;

public sealed class PolicyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Known => typeof(AwsActions).GetFields(BindingFlags.Public | BindingFlags.Static).Select(action => (string)action.GetValue(null)!);

    [Fact]
    public void The_policy_file_allows_what_the_adapter_calls_and_nothing_else()
    {
        var policy = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", "darkroom-policy.json")));
        var statements = policy.RootElement.GetProperty("Statement").EnumerateArray().ToArray();
        statements.Should().OnlyContain(statement => statement.GetProperty("Effect").GetString() == "Allow");

        var allowed = statements.SelectMany(statement => statement.GetProperty("Action").EnumerateArray()).Select(action => action.GetString()!).ToArray();

        // GetCallerIdentity needs no permission.
        allowed.Should().BeEquivalentTo(Known.Except([AwsActions.GetCallerIdentity]).Concat(ActionsOnTheWay.All));
    }

    [Fact]
    public async Task Every_known_action_is_called_and_every_call_is_known()
    {
        await using var aws = await SimulatedAws.StartAsync();
        await CallEverythingAsync(aws);

        var called = aws.Server.Journal.Read().Where(call => call.Principal != "administrator").Select(call => $"{call.Service}:{call.Action}").Distinct();

        called.Should().BeEquivalentTo(Known);
    }

    [Fact]
    public async Task Each_call_is_drawn_under_the_name_that_AWS_counts_it_by()
    {
        await using var aws = await SimulatedAws.StartAsync();
        await CallEverythingAsync(aws);

        var counted = aws.Server.Journal.Read().Where(call => call.Service != "sts" && call.Principal != "administrator").Select(call => $"{call.Service}:{call.Action}");

        aws.Accounts.Drawn.Should().BeEquivalentTo(counted);
    }

    private static async Task CallEverythingAsync(SimulatedAws aws)
    {
        var (cloud, access) = (aws.Cloud, aws.As());
        await cloud.IdentifyAsync(aws.WithRoleOf("darkroom"), Ct);
        await cloud.ProveAccountAsync(access, Ct);
        await cloud.CheckSharingAsync(access, SimulatedAws.Sharing, Ct);
        foreach (var kind in Enum.GetValues<CloudItemKind>())
        {
            await cloud.ListAsync(access, new InventoryQuery(kind, Zone: "us-east-1a", ParentId: SimulatedAws.ProfileTemplate), Ct);
        }

        var profile = await cloud.CaptureProfileAsync(access, new MachineProfileSource(null, SimulatedAws.ProfileTemplate, 1), Ct);
        await cloud.CaptureProfileAsync(access, SimulatedAws.PlainProfile.Source, Ct);
        aws.Server.Faults.Add(new("GetServiceQuota", FaultEffect.ErrorBefore, Count: 1, ErrorCode: "NoSuchResourceException", ErrorStatus: 400));
        await cloud.CheckPreparationAsync(access, SimulatedAws.Plan with { Profile = profile }, Ct);
        var group = await cloud.CreateIsolationGroupAsync(access, SimulatedAws.Vpc, Cloud.Tags(), Ct);
        await aws.AllowInAsync(group);
        (await cloud.CloseIsolationGroupAsync(access, group, Ct)).Should().Be(0);
        var instance = await aws.StoppedInstanceAsync(access, group);
        await cloud.ReadConsoleAsync(access, instance, Ct);
        var image = await cloud.CaptureImageAsync(access, new ImageCapture(instance, "Win10 v1", "prepared", Cloud.Tags()), Ct);
        aws.Advance(600);
        await cloud.SealImageAsync(access, image, (await cloud.GetImageAsync(access, image, Ct))!.SnapshotIds, Cloud.Tags(), Ct);
        await cloud.DeregisterImageAsync(access, "ami-00000000000000009", Ct);
        await cloud.DeleteSnapshotAsync(access, "snap-00000000000000009", Ct);
        foreach (var owned in await cloud.ListOwnedAsync(access, Ct))
        {
            await cloud.RemoveOwnedAsync(access, owned, Ct);
        }
    }
}
