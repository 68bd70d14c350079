using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.ImageVersionSpecs;

/// <summary>What a preparation and a share would meet, as a script sees it.</summary>
public sealed class CheckTests(WscFixture fixture) : IClassFixture<WscFixture>
{
    private const string Profile = @"'XDHyp:\HostingUnits\wsc\w2022-2411 (lt-00123456789abcdef).launchtemplate\lt-00123456789abcdef (1).launchtemplateversion'";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_preparation_and_a_share_are_looked_at_beforehand_one_object_a_check()
    {
        await DemoScene.HostingUnitAsync(fixture.Server.Administrator, "wsc", "wsc-b", "us-east-1b", Ct);
        await DemoScene.MasterSpecAsync(fixture.Server.Administrator, "checked", Ct, name: "wsc");
        using var host = await PowerShellHost.StartAsync(fixture.Server);

        var before = await host.RunAsync(
            $"$master = Get-ProvImageVersionSpec; Test-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid -MachineProfile {Profile}");
        before.ShouldSucceed().Output.Should().OnlyContain(check => Equals(check.Properties["Result"].Value, CheckResult.Passed));
        before.Output.Select(check => check.Properties["Said"].Value).Should().Contain(["DryRun Allowed, PolicySimulation Allowed", ""]);

        var share = await host.RunAsync(
            $"""
            $task = New-ProvImageVersionSpec -SourceImageVersionSpecUid $master.ImageVersionSpecUid -MachineProfile {Profile}
            $task | Test-ProvImageVersionSpecHostingUnit -HostingUnitName wsc-b
            """);
        share.ShouldSucceed().Output.Should().OnlyContain(check => Equals(check.Properties["Result"].Value, CheckResult.Passed));
        var own = await host.RunAsync(
            @"$task | Test-ProvImageVersionSpecHostingUnit -HostingUnitUid (Get-Item XDHyp:\HostingUnits\wsc).HostingUnitUid | Where-Object Result -ne Passed");
        own.ShouldSucceed();
        (own["Check"], own["Result"], own["Code"]).Should().Be(("HostingUnit", CheckResult.Failed, "ImageShareOwnHostingUnit"));
        (own["Remedy"] as string).Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task What_can_not_be_asked_is_an_error_with_its_code()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync("Test-ProvImageVersionSpec -SourceImageVersionSpecUid ([guid]::NewGuid())")).ShouldFail("ImageVersionSpecNotFound");
        (await host.RunAsync("Test-ProvImageVersionSpecHostingUnit -ImageVersionSpecUid ([guid]::NewGuid()) -HostingUnitName wsc")).ShouldFail("ImageVersionSpecNotFound");
    }
}
