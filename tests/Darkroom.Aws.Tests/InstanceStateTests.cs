using System.Net;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests;

public sealed class InstanceStateTests
{
    [Fact]
    public async Task An_instance_in_an_unheard_of_state_is_left_out_and_hides_no_other()
    {
        var answer = new StringContent(
            """
            <DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><reservationSet><item><instancesSet>
            <item><instanceId>i-1</instanceId><instanceState><code>99</code><name>quarantined</name></instanceState></item>
            <item><instanceId>i-2</instanceId><instanceState><code>80</code><name>stopped</name></instanceState></item>
            </instancesSet></item></reservationSet></DescribeInstancesResponse>
            """);
        var cloud = Cloud.Of(new AwsOptions { HttpClients = new Answering(new HttpResponseMessage(HttpStatusCode.OK) { Content = answer }) });

        var states = await cloud.DescribeInstancesAsync(Cloud.Access(new Uri("http://127.0.0.1:1")), ["i-1", "i-2"], TestContext.Current.CancellationToken);

        states.Should().ContainSingle().Which.Value.State.Should().Be(InstanceState.Stopped);
    }
}
