using Amazon.EC2;
using Amazon.EC2.Model;

namespace Darkroom.Simulator.Tests.Instances;

public class PowerTests
{
    [Fact]
    public async Task States_take_their_time()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch())).InstanceId;
        (await State(cloud, id)).Should().Be("pending");
        cloud.Advance(11);
        (await State(cloud, id)).Should().Be("running");
        await cloud.Ec2.StopInstancesAsync(new() { InstanceIds = [id] }, SimulatedCloud.Cancel);
        (await State(cloud, id)).Should().Be("stopping");
        cloud.Advance(16);
        (await State(cloud, id)).Should().Be("stopped");
        await cloud.Ec2.StartInstancesAsync(new() { InstanceIds = [id] }, SimulatedCloud.Cancel);
        (await State(cloud, id)).Should().Be("pending");
        cloud.Advance(11);
        (await State(cloud, id)).Should().Be("running");
        var change = (await cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = [id] }, SimulatedCloud.Cancel)).TerminatingInstances.Single();
        (change.PreviousState.Name.Value, change.CurrentState.Name.Value).Should().Be(("running", "shutting-down"));
        cloud.Advance(16);
        (await State(cloud, id)).Should().Be("terminated");
    }

    [Fact]
    public async Task A_terminated_instance_stays_listed_for_an_hour()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch())).InstanceId;
        await cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = [id] }, SimulatedCloud.Cancel);
        cloud.Advance(3500);
        (await State(cloud, id)).Should().Be("terminated");
        cloud.Advance(200);
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.InstanceAsync(id))).ErrorCode.Should().Be("InvalidInstanceID.NotFound");
    }

    [Fact]
    public async Task A_new_instance_is_out_of_the_reads_sight_for_a_while()
    {
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { Timings = timings => timings with { ConsistencySeconds = 5 } });
        var id = (await cloud.RunAsync(SimulatedCloud.Launch())).InstanceId;
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.InstanceAsync(id))).ErrorCode.Should().Be("InvalidInstanceID.NotFound");
        var listed = await cloud.Ec2.DescribeInstancesAsync(new() { Filters = [new("instance-id", [id])] }, SimulatedCloud.Cancel);
        (listed.Reservations ?? []).Should().BeEmpty();
        cloud.Advance(6);
        (await cloud.InstanceAsync(id)).InstanceId.Should().Be(id);
    }

    [Fact]
    public async Task What_is_protected_is_neither_stopped_nor_terminated()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var request = SimulatedCloud.Launch();
        (request.DisableApiStop, request.DisableApiTermination) = (true, true);
        var id = (await cloud.RunAsync(request)).InstanceId;
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.StopInstancesAsync(new() { InstanceIds = [id] }, SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("OperationNotPermitted");
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = [id] }, SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("OperationNotPermitted");
    }

    [Fact]
    public async Task Stop_protection_alone_keeps_from_termination_too()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var request = SimulatedCloud.Launch();
        request.DisableApiStop = true;
        var id = (await cloud.RunAsync(request)).InstanceId;
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = [id] }, SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("OperationNotPermitted");
        cloud.Advance(11);
        (await State(cloud, id)).Should().Be("running");
    }

    [Fact]
    public async Task Status_checks_pass_after_a_while()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch())).InstanceId;
        cloud.Advance(11);
        (await Status()).Should().Be("initializing");
        cloud.Advance(120);
        (await Status()).Should().Be("ok");

        async Task<string> Status() => (await cloud.Ec2.DescribeInstanceStatusAsync(
            new DescribeInstanceStatusRequest { InstanceIds = [id] }, SimulatedCloud.Cancel)).InstanceStatuses.Single().Status.Status.Value;
    }

    private static async Task<string> State(SimulatedCloud cloud, string id) => (await cloud.InstanceAsync(id)).State.Name.Value;
}
