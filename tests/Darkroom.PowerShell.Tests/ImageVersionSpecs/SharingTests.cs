using System.Management.Automation;
using Darkroom.Contracts.Images;
using Darkroom.Core.Storage;
using Darkroom.PowerShell.Tasks;
using Darkroom.PowerShell.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.PowerShell.Tests.ImageVersionSpecs;

/// <summary>Sharing prepared specs to hosting units, and taking shares back.</summary>
[Trait("Suite", "full")]
public sealed class SharingTests(PreparedImages images) : IClassFixture<PreparedImages>
{
    [Fact]
    public async Task A_share_returns_its_task_and_its_row_is_piped_to_take_it_back()
    {
        using var host = await images.StartAsync();
        var shared = await host.RunAsync("Add-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid $prepared.ImageVersionSpecUid -HostingUnitName WSC-B");
        shared.ShouldSucceed().Progress.Should().NotBeEmpty();
        await ShouldBeTaskAsync(host, shared.Output.Single(), ProvTaskType.AddProvImageVersionSpecHostingUnit, "wsc-b");
        ((ImageSharingTask)shared.Output.Single().BaseObject).Checks.Should().NotBeEmpty().And.NotContain(check => check.Result == CheckResult.Failed);
        (await RowsAsync(host)).Should().Equal("wsc True Success", "wsc-b False Success");

        var back = await host.RunAsync(
            """
            $prepared = Get-ProvImageVersionSpec $prepared.ImageVersionSpecUid
            $prepared.HostingUnits | Where-Object IsPrimary -eq $false | Remove-ProvImageVersionSpecHostingUnit
            """);
        await ShouldBeTaskAsync(host, back.ShouldSucceed().Output.Single(), ProvTaskType.RemoveProvImageVersionSpecHostingUnit, "wsc-b");
        (await RowsAsync(host)).Should().Equal("wsc True Success");
    }

    [Fact]
    public async Task Hosting_units_of_the_drive_are_piped_and_one_that_has_it_already_does_not_stop_the_rest()
    {
        using var host = await images.StartAsync();
        var shared = await host.RunAsync(
            @"Get-ChildItem XDHyp:\HostingUnits | Add-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid $prepared.ImageVersionSpecUid");
        shared.ShouldFail("ImageShareOwnHostingUnit").CategoryInfo.Category.Should().Be(ErrorCategory.InvalidOperation);
        shared.Output.Select(task => $"{task.Properties["HostingUnitName"].Value} {task.Properties["TaskState"].Value}").Should().Equal("wsc-b Finished", "wsc-c Finished");
        (await host.RunAsync("Add-ProvImageVersionSpecHostingUnit $prepared.ImageVersionSpecUid wsc-b")).ShouldFail("ImageAlreadyShared");
    }

    [Fact]
    public async Task A_share_that_is_not_waited_for_is_a_guid_and_its_record_may_be_purged()
    {
        using var host = await images.StartAsync();
        var started = await host.RunAsync(
            """
            $task = $prepared | Add-ProvImageVersionSpecHostingUnit -HostingUnitName wsc-b -CustomProperties 'PreparedImageStorageType,Premium;' -RunAsynchronously
            $task
            $task.HostingUnitName
            """);
        started.ShouldSucceed().Warnings.Should().ContainSingle().Which.Should().Contain("CustomProperties");
        var id = started.Output[0].BaseObject.Should().BeOfType<Guid>().Subject;
        started.Output[1].BaseObject.Should().Be("wsc-b");
        await images.Server.WaitForOperationAsync(id);

        var purged = await host.RunAsync("Remove-ProvImageVersionSpecHostingUnit $prepared.ImageVersionSpecUid wsc-b -PurgeJobOnSuccess");
        (await host.RunAsync("Get-ProvTask $args[0]", purged.ShouldSucceed()["TaskId"])).ShouldFail("UnknownObject");
        (await host.RunAsync("Remove-ProvImageVersionSpecHostingUnit $prepared.ImageVersionSpecUid wsc-b -RunAsynchronously -PurgeJobOnSuccess"))
            .ShouldFail("InvalidParameterCombination");
        (await host.RunAsync("Remove-ProvImageVersionSpecHostingUnit $prepared.ImageVersionSpecUid wsc-b")).ShouldFail("ImageShareNotFound");
    }

    [Fact]
    public async Task A_share_that_fails_returns_its_task_and_names_everything_that_stands_in_its_way()
    {
        using var host = await images.StartAsync("g4dn.xlarge");
        var uid = (Guid)(await host.RunAsync("$prepared.ImageVersionSpecUid")).Output.Single().BaseObject;
        var ct = TestContext.Current.CancellationToken;
        await using (var db = await images.Server.Services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync(ct))
        {
            (await db.ImageVersionSpecs.SingleAsync(spec => spec.Uid == uid, ct)).SnapshotIds = ["snap-0000000000000dead"];
            await db.SaveChangesAsync(ct);
        }

        var failed = await host.RunAsync("Add-ProvImageVersionSpecHostingUnit $prepared.ImageVersionSpecUid wsc-b");
        var error = failed.ShouldFail("ImageShareChecksFailed");
        error.ErrorDetails.Message.Should().ContainAll("2 checks", "g4dn.xlarge", "snap-0000000000000dead");
        error.ErrorDetails.RecommendedAction.Split(Environment.NewLine).Should().HaveCountGreaterThan(1);
        error.TargetObject.Should().Be(failed["TaskId"]);
        failed["TaskState"].Should().NotBe(ProvTaskState.Finished);
        failed["Active"].Should().Be(false);
        (await RowsAsync(host)).Should().Equal("wsc True Success", "wsc-b False Failed");
        ((ImageSharingTask)failed.Output.Single().BaseObject).Checks.Where(check => check.Result == CheckResult.Failed).Select(check => check.Check)
            .Should().BeEquivalentTo("ServiceOffering", "Snapshots");
        (await host.RunAsync("(Get-ProvImageVersionSpec $prepared.ImageVersionSpecUid).HostingUnits[1].Checks.Count")).Output.Single().BaseObject.Should().BeOfType<int>()
            .Which.Should().BeGreaterThan(2);
        (await host.RunAsync("(Get-ProvImageVersionSpec $prepared.ImageVersionSpecUid).HostingUnits[1].Errors -join ' '")).Output.Single().ToString()
            .Should().ContainAll("ServiceOfferingNotInZone", "PreparedSnapshotMissing");
    }

    private static async Task<IEnumerable<string>> RowsAsync(PowerShellHost host)
    {
        var rows = await host.RunAsync(
            "(Get-ProvImageVersionSpec $prepared.ImageVersionSpecUid).HostingUnits | ForEach-Object { \"$($_.HostingUnitName) $($_.IsPrimary) $($_.Status)\" }");
        return rows.ShouldSucceed().Output.Select(row => row.ToString());
    }

    private static async Task ShouldBeTaskAsync(PowerShellHost host, PSObject task, ProvTaskType type, string unit)
    {
        var spec = await host.RunAsync("$prepared");
        var (uid, name) = (spec["ImageVersionSpecUid"], spec["ImageDefinitionName"]);
        task.BaseObject.Should().BeOfType<ImageSharingTask>().Which.Should().BeEquivalentTo(new
        {
            TaskType = type,
            TaskState = ProvTaskState.Finished,
            TaskStateInformation = "Completed",
            TaskProgress = 100,
            ImageVersionSpecUid = (Guid)uid!,
            ImageDefinitionName = (string)name!,
            ImageVersionNumber = 1,
            HostingUnitName = unit,
        });
    }
}
