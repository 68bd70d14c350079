using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests.Simulated;

public sealed class ProfileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_is_captured_without_the_defaults_that_AWS_fills_in()
    {
        await using var aws = await SimulatedAws.StartAsync();

        var profile = await aws.Cloud.CaptureProfileAsync(aws.As(), new MachineProfileSource(SimulatedAws.ProfileInstance, null, null), Ct);

        profile.InstanceType.Should().Be("t3.medium");
        profile.KeyName.Should().Be("desktops");
        profile.EbsOptimized.Should().BeTrue();
        profile.Metadata!.HttpTokens.Should().Be("required");
        profile.CpuCredits.Should().Be("unlimited");
        profile.InstanceProfile.Should().Contain("desktop");
        profile.SecurityGroupIds.Should().Equal("sg-0de5c0000000000a1");
        profile.Tags.Should().Contain("Department", "Finance");
        profile.Volumes.Should().ContainSingle().Which.Should().Match<ProfileVolume>(volume => volume.DeviceName == "/dev/sda1" && volume.SizeGb == 64 && volume.VolumeType == "gp3");
        profile.Nics.Should().ContainSingle().Which.SubnetId.Should().Be(SimulatedAws.SubnetA);
        (profile.Cpu, profile.Hibernation, profile.AutoRecovery, profile.MarketType, profile.PrivateDns, profile.CapacityReservation)
            .Should().Be((null, null, null, null, null, null));
        profile.Warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_managed_instance_as_a_profile_warns_of_its_operator()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var profile = await aws.Cloud.CaptureProfileAsync(aws.As(), new MachineProfileSource(SimulatedAws.ManagedInstance, null, null), Ct);
        profile.Warnings.Should().Contain(warning => warning.Field == "Operator");
    }

    [Fact]
    public async Task A_captured_template_starts_a_preparation()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As();
        var profile = await aws.Cloud.CaptureProfileAsync(access, new MachineProfileSource(null, SimulatedAws.ProfileTemplate, 1), Ct);
        profile.Volumes.Should().ContainSingle().Which.Encrypted.Should().BeTrue();
        profile.Tags.Should().Contain("Department", "Finance");

        var instance = await aws.Cloud.StartPreparationInstanceAsync(access, SimulatedAws.Launch(await aws.ClosedGroupAsync(access), profile: profile), Ct);

        (await aws.Cloud.DescribeInstancesAsync(access, [instance], Ct)).Should().ContainKey(instance);
    }

    [Theory]
    [InlineData("i-00000000000000009", null, null, "CloudInstanceNotFound")]
    [InlineData(null, SimulatedAws.ProfileTemplate, 9L, "CloudLaunchTemplateVersionNotFound")]
    [InlineData(null, "lt-00000000000000009", 1L, "CloudLaunchTemplateNotFound")]
    public async Task A_source_that_is_gone_is_said_so(string? instance, string? template, long? version, string code)
    {
        await using var aws = await SimulatedAws.StartAsync();
        var failure = await FluentActions.Awaiting(() => aws.Cloud.CaptureProfileAsync(aws.As(), new MachineProfileSource(instance, template, version), Ct))
            .Should().ThrowAsync<CloudException>();
        failure.Which.Error.Code.Should().Be(code);
    }
}
