using System.Management.Automation;
using Darkroom.PowerShell.Tasks;
using Darkroom.PowerShell.Tests.Host;

namespace Darkroom.PowerShell.Tests.ImageVersionSpecs;

/// <summary>Removing specs, one by one and piped, with their shares and without.</summary>
[Trait("Suite", "full")]
public sealed class RemovalTests(PreparedImages images) : IClassFixture<PreparedImages>
{
    [Fact]
    public async Task All_specs_of_a_definition_are_piped_as_they_are_listed_and_the_prepared_ones_go_first()
    {
        using var host = await images.StartAsync();
        var image = (string)(await host.RunAsync("$prepared.ImageInstances[0].ImageId")).Output.Single().BaseObject;
        images.Account.Should().Contain(image);
        var removed = await host.RunAsync("Get-ProvImageVersionSpec -ImageDefinitionName $prepared.ImageDefinitionName | Remove-ProvImageVersionSpec; $prepared");
        var task = removed.ShouldSucceed().Output[0].BaseObject.Should().BeOfType<ImageRemovalTask>().Subject;
        task.Should().BeEquivalentTo(new
        {
            TaskType = ProvTaskType.RemoveProvImageVersionSpec,
            TaskState = ProvTaskState.Finished,
            TaskStateInformation = "Completed",
            TaskProgress = 100,
            Status = ProvTaskStatus.Finished,
            WorkflowStatus = ProvWorkflowStatus.Completed,
            PurgeDbOnly = false,
        });
        task.ImageVersionSpecUid.Should().Be((Guid)removed.Output[2].Properties["ImageVersionSpecUid"].Value);
        removed.Output[1].Properties["ImageVersionSpecUid"].Value.Should().Be(removed.Output[2].Properties["SourceImageVersionSpecUid"].Value);
        images.Account.Should().NotContain(image);
        (await LeftAsync(host)).Should().BeEmpty();
        var kept = (ImageRemovalTask)(await host.RunAsync("Get-ProvTask $args[0]", task.TaskId)).ShouldSucceed().Output.Single().BaseObject;
        foreach (var member in new[] { "ImageDefinitionName", "ImageDefinitionUid", "ImageVersionNumber", "ImageVersionUid", "HostingUnitName", "HostingUnitUid" })
        {
            typeof(ImageRemovalTask).GetProperty(member)!.GetValue(kept).Should().Be(removed.Output[2].Properties[member].Value, member);
        }
    }

    [Fact]
    public async Task A_shared_spec_stays_and_goes_together_with_its_shares()
    {
        using var host = await images.StartAsync(sharedTo: ["wsc-b"]);
        var refused = (await host.RunAsync("Remove-ProvImageVersionSpec $prepared.ImageVersionSpecUid")).ShouldFail("ImageVersionSpecShared");
        refused.CategoryInfo.Category.Should().Be(ErrorCategory.InvalidOperation);
        refused.ErrorDetails.Message.Should().Contain("wsc-b");
        refused.TargetObject.Should().Be((await host.RunAsync("$prepared"))["ImageVersionSpecUid"]);
        (await host.RunAsync("Remove-ProvImageVersionSpec $prepared.ImageVersionSpecUid -RemoveShares")).ShouldSucceed()["TaskState"].Should().Be(ProvTaskState.Finished);
        (await LeftAsync(host)).Should().Equal("False");
    }

    [Theory]
    [InlineData("$prepared.HostingUnits")]
    [InlineData("@($prepared) + @($prepared.HostingUnits | Where-Object IsPrimary -eq $false)")]
    [InlineData("@($prepared.HostingUnits | Where-Object IsPrimary -eq $false | Select-Object -Property ImageVersionSpecUid, HostingUnitName, IsPrimary) + @($prepared)")]
    public async Task A_spec_and_all_of_its_shares_go_in_one_task(string rows)
    {
        using var host = await images.StartAsync(sharedTo: ["wsc-b", "wsc-c"]);
        (await host.RunAsync($"{rows} | Remove-ProvImageVersionSpec -WhatIf")).ShouldSucceed().Output.Should().BeEmpty();
        var removed = await host.RunAsync($"{rows} | Remove-ProvImageVersionSpec");
        removed.ShouldSucceed()["TaskType"].Should().Be(ProvTaskType.RemoveProvImageVersionSpec);
        (await LeftAsync(host)).Should().Equal("False");
    }

    [Fact]
    public async Task A_spec_whose_shares_are_not_all_piped_stays_with_all_of_them()
    {
        using var host = await images.StartAsync(sharedTo: ["wsc-b", "wsc-c"]);
        var refused = await host.RunAsync("$prepared, $prepared.HostingUnits[1] | Remove-ProvImageVersionSpec");
        refused.ShouldFail("ImageVersionSpecShared").ErrorDetails.Message.Should().Contain("wsc-c");
        (await LeftAsync(host)).Should().Equal("False", "True wsc wsc-b wsc-c");
    }

    [Fact]
    public async Task Shares_that_are_piped_without_their_spec_are_taken_back_alone()
    {
        using var host = await images.StartAsync(sharedTo: ["wsc-b", "wsc-c"]);
        var removed = await host.RunAsync("$prepared.HostingUnits | Where-Object IsPrimary -eq $false | Remove-ProvImageVersionSpec -RemoveShares");
        removed.ShouldSucceed().Output.Select(task => (ProvTaskType)task.Properties["TaskType"].Value)
            .Should().Equal(ProvTaskType.RemoveProvImageVersionSpecHostingUnit, ProvTaskType.RemoveProvImageVersionSpecHostingUnit);
        (await LeftAsync(host)).Should().Equal("False", "True wsc");
    }

    [Fact]
    public async Task One_bad_object_does_not_stop_the_rest()
    {
        using var host = await images.StartAsync();
        var removed = await host.RunAsync(
            """
            $nowhere = [pscustomobject]@{ ImageVersionSpecUid = $prepared.ImageVersionSpecUid; IsPrimary = $false }
            $unknown = [pscustomobject]@{ ImageVersionSpecUid = [guid]::NewGuid() }
            $none = [pscustomobject]@{ ImageVersionSpecUid = [guid]::Empty }
            $nowhere, 'a text', $unknown, $none, $prepared | Remove-ProvImageVersionSpec
            """);
        removed.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0])
            .Should().Equal("ShareIncomplete", "InputObjectMissingMandatory", "ImageVersionSpecNotFound", "ImageVersionSpecPlaceholder");
        removed["TaskState"].Should().Be(ProvTaskState.Finished);
        (await LeftAsync(host)).Should().Equal("False");
    }

    [Fact]
    public async Task A_spec_that_is_given_goes_with_the_shares_that_are_piped_besides_and_an_unset_variable_is_none()
    {
        using var host = await images.StartAsync(sharedTo: ["wsc-b"]);
        foreach (var script in new[] { "Remove-ProvImageVersionSpec $unset -RemoveShares", "$unset | Remove-ProvImageVersionSpec -RemoveShares", "Remove-ProvImageVersionSpec ([guid]::Empty)" })
        {
            var refused = await host.RunAsync(script);
            refused.Errors.Concat(refused.Terminated is { } error ? [error] : []).Should().ContainSingle(script);
        }

        (await LeftAsync(host)).Should().Equal("False", "True wsc wsc-b");
        var removed = await host.RunAsync("$prepared.HostingUnits | Where-Object IsPrimary -eq $false | Remove-ProvImageVersionSpec $prepared.ImageVersionSpecUid");
        removed.ShouldSucceed()["TaskType"].Should().Be(ProvTaskType.RemoveProvImageVersionSpec);
        (await LeftAsync(host)).Should().Equal("False");
    }

    [Fact]
    public async Task A_spec_that_is_only_forgotten_leaves_its_image_in_the_account()
    {
        using var host = await images.StartAsync(sharedTo: ["wsc-b"]);
        var image = (string)(await host.RunAsync("$prepared.ImageInstances[0].ImageId")).Output.Single().BaseObject;
        var removed = await host.RunAsync("Remove-ProvImageVersionSpec $prepared.ImageVersionSpecUid -PurgeDBOnly -RemoveShares -RunAsynchronously");
        var id = removed.ShouldSucceed().Output.Single().BaseObject.Should().BeOfType<Guid>().Subject;
        removed["PurgeDbOnly"].Should().Be(true);
        await images.Server.WaitForOperationAsync(id);
        (await host.RunAsync("Get-ProvTask $args[0] | Where-Object PurgeDbOnly", id)).ShouldSucceed()["TaskState"].Should().Be(ProvTaskState.Finished);
        images.Account.Should().Contain(image);
        (await LeftAsync(host)).Should().Equal("False");
    }

    /// <summary>What is left of the definition of <c>$prepared</c>: whether it is prepared, and then where it may be used.</summary>
    private static async Task<IEnumerable<string>> LeftAsync(PowerShellHost host)
    {
        var left = await host.RunAsync(
            "Get-ProvImageVersionSpec -ImageDefinitionName $prepared.ImageDefinitionName | ForEach-Object { \"$($_.IsPrepared) $($_.HostingUnits.HostingUnitName -join ' ')\" }");
        return left.ShouldSucceed().Output.Select(spec => spec.ToString().Trim());
    }
}
