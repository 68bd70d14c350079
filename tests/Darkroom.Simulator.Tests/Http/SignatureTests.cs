using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.SecurityToken;

namespace Darkroom.Simulator.Tests.Http;

public class SignatureTests
{
    [Fact]
    public async Task A_wrong_secret_is_a_signature_that_does_not_match()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        using var ec2 = cloud.Ec2With(new BasicAWSCredentials(cloud.Principal("darkroom").AccessKeyId, "not/the/secret"));
        var refused = await Refused(() => ec2.DescribeRegionsAsync(SimulatedCloud.Cancel));
        refused.ErrorCode.Should().Be("SignatureDoesNotMatch");
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_unknown_key_is_an_authentication_failure_of_EC2_and_an_invalid_token_of_STS()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var unknown = new BasicAWSCredentials("AKIAUNKNOWNUNKNOWN00", "secret");
        using var ec2 = cloud.Ec2With(unknown);
        var refused = await Refused(() => ec2.DescribeRegionsAsync(SimulatedCloud.Cancel));
        refused.ErrorCode.Should().Be("AuthFailure");
        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        var (status, body) = await SignedQuery.SendAsync(cloud, unknown, "sts", "us-east-1", ("Action", "GetCallerIdentity"), ("Version", "2011-06-15"));
        status.Should().Be(HttpStatusCode.Forbidden);
        body.Text("Code").Should().Be("InvalidClientTokenId");
    }

    [Theory]
    [InlineData(-20, false)]
    [InlineData(-10, true)]
    [InlineData(10, true)]
    [InlineData(20, false)]
    public async Task A_signature_is_good_for_a_quarter_of_an_hour_to_either_side(int serverAheadMinutes, bool accepted)
    {
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { RealTime = new Shifted(TimeSpan.FromMinutes(serverAheadMinutes)) });
        if (accepted)
            (await cloud.Ec2.DescribeRegionsAsync(SimulatedCloud.Cancel)).Regions.Should().NotBeEmpty();
        else
            (await Refused(() => cloud.Ec2.DescribeRegionsAsync(SimulatedCloud.Cancel))).ErrorCode.Should().Be("RequestExpired");
    }

    [Fact]
    public async Task A_role_session_signs_with_its_token_until_it_expires()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        using var sts = cloud.StsAs("darkroom");
        var given = await sts.AssumeRoleAsync(
            new() { RoleArn = "arn:aws:iam::111122223333:role/darkroom", RoleSessionName = "darkroom", DurationSeconds = 900 }, SimulatedCloud.Cancel);
        given.AssumedRoleUser.Arn.Should().Be("arn:aws:sts::111122223333:assumed-role/darkroom/darkroom");
        var keys = given.Credentials;
        using var ec2 = cloud.Ec2With(new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken));
        (await ec2.DescribeVpcsAsync(SimulatedCloud.Cancel)).Vpcs.Should().NotBeEmpty();

        using var tokenless = cloud.Ec2With(new BasicAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey));
        (await Refused(() => tokenless.DescribeVpcsAsync(SimulatedCloud.Cancel))).ErrorCode.Should().Be("AuthFailure");
        cloud.Advance(901);
        (await Refused(() => ec2.DescribeVpcsAsync(SimulatedCloud.Cancel))).ErrorCode.Should().Be("RequestExpired");
    }

    [Fact]
    public async Task A_role_of_another_account_is_assumed_with_its_external_id_only()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        using var sts = cloud.StsAs("darkroom");
        const string role = "arn:aws:iam::444455556666:role/darkroom-from-outside";
        var refused = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(
            () => sts.AssumeRoleAsync(new() { RoleArn = role, RoleSessionName = "darkroom" }, SimulatedCloud.Cancel));
        refused.ErrorCode.Should().Be("AccessDenied");
        var given = await sts.AssumeRoleAsync(new() { RoleArn = role, RoleSessionName = "darkroom", ExternalId = "darkroom" }, SimulatedCloud.Cancel);
        var keys = given.Credentials;
        using var ec2 = cloud.Ec2With(new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken));
        (await ec2.DescribeVpcsAsync(SimulatedCloud.Cancel)).Vpcs.Single().OwnerId.Should().Be(SimulatedCloud.OtherAccount);
    }

    [Fact]
    public async Task A_Region_that_the_world_lacks_is_no_valid_scope()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        using var ec2 = cloud.Ec2As("darkroom", "ap-south-1");
        (await Refused(() => ec2.DescribeRegionsAsync(SimulatedCloud.Cancel))).ErrorCode.Should().Be("AuthFailure");
    }

    [Fact]
    public async Task An_unsigned_request_is_refused()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent([new("Action", "DescribeRegions"), new("Version", "2016-11-15")]);
        (await client.PostAsync(cloud.Server.BaseUri, form, SimulatedCloud.Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_call_that_nobody_simulates_is_an_invalid_action()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var refused = await Refused(() => cloud.Ec2.DescribeAddressesAsync(SimulatedCloud.Cancel));
        refused.ErrorCode.Should().Be("InvalidAction");
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static Task<AmazonEC2Exception> Refused(Func<Task> call) => Assert.ThrowsAsync<AmazonEC2Exception>(call);

    private sealed class Shifted(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
