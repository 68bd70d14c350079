using Darkroom.Aws.Limits;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests;

public sealed class RateLimitTests
{
    [Theory]
    [InlineData("ec2:DescribeInstances", 100, 20)]
    [InlineData("ec2:GetConsoleOutput", 100, 20)]
    [InlineData("ec2:RunInstances", 5, 2)]
    [InlineData("ec2:TerminateInstances", 100, 5)]
    [InlineData("ec2:CreateImage", 50, 5)]
    [InlineData("ec2:CreateTags", 100, 10)]
    [InlineData("ec2:DeregisterImage", 100, 5)]
    [InlineData("ec2:ModifyImageAttribute", 100, 5)]
    [InlineData("ec2:DeleteSnapshot", 100, 5)]
    [InlineData("ec2:DeleteVolume", 100, 5)]
    [InlineData("ec2:CreateSecurityGroup", 50, 5)]
    public void Each_API_has_the_published_bucket(string api, double capacity, double refill) =>
        new AwsRateLimits().For(api).Should().Be(new RateLimit(capacity, refill));
}
