using System.Net;
using Amazon.EC2;
using Darkroom.Aws.Errors;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;

namespace Darkroom.Aws.Tests.Errors;

public sealed class ErrorCodeTests
{
    /// <summary>The EC2 API's error codes worth handling by name; whether one is transient, and the catalogue's code.</summary>
    public static TheoryData<string, int, string, bool> Codes => new()
    {
        { "UnauthorizedOperation", 403, "MissingPermission", false },
        { "AuthFailure", 401, "CredentialsRejected", false },
        { "OptInRequired", 401, "CloudSubscriptionRequired", false },
        { "PendingVerification", 400, "CloudAccountPendingVerification", false },
        { "Blocked", 403, "CloudAccountBlocked", false },
        { "SignatureDoesNotMatch", 403, "SignatureRejected", false },
        { "IncompleteSignature", 400, "SignatureRejected", false },
        { "InvalidClientTokenId", 403, "CredentialsRejected", false },
        { "RequestExpired", 400, "ClockSkew", false },
        { "InvalidAMIID.NotFound", 400, "CloudImageNotFound", false },
        { "InvalidAMIID.Unavailable", 400, "CloudImageUnavailable", false },
        { "InvalidInstanceID.NotFound", 400, "CloudInstanceNotFound", false },
        { "InvalidSnapshot.NotFound", 400, "CloudSnapshotNotFound", false },
        { "InvalidSubnetID.NotFound", 400, "CloudSubnetNotFound", false },
        { "InvalidGroup.NotFound", 400, "CloudSecurityGroupNotFound", false },
        { "InvalidLaunchTemplateId.NotFound", 400, "CloudLaunchTemplateNotFound", false },
        { "InvalidLaunchTemplateId.VersionNotFound", 400, "CloudLaunchTemplateVersionNotFound", false },
        { "InvalidAMIName.Duplicate", 400, "CloudImageNameTaken", false },
        { "InvalidAMIName.Malformed", 400, "CloudImageNameMalformed", false },
        { "IdempotentParameterMismatch", 400, "CloudTokenReused", false },
        { "InvalidPaginationToken", 400, "CloudListingExpired", true },
        { "IncorrectInstanceState", 400, "CloudInstanceStateWrong", false },
        { "InvalidSnapshot.InUse", 400, "CloudSnapshotInUse", false },
        { "OperationNotPermitted", 400, "CloudOperationNotPermitted", false },
        { "VcpuLimitExceeded", 400, "VcpuQuotaExceeded", false },
        { "InstanceLimitExceeded", 400, "InstanceQuotaExceeded", false },
        { "ResourceLimitExceeded", 400, "ResourceQuotaExceeded", false },
        { "SnapshotLimitExceeded", 400, "SnapshotQuotaExceeded", false },
        { "VolumeLimitExceeded", 400, "VolumeQuotaExceeded", false },
        { "ConcurrentSnapshotLimitExceeded", 400, "ConcurrentSnapshotQuotaExceeded", true },
        { "InsufficientFreeAddressesInSubnet", 400, "SubnetFull", false },
        { "FilterLimitExceeded", 400, "ResourceQuotaExceeded", false },
        { "TagLimitExceeded", 400, "TagQuotaExceeded", false },
        { "InsufficientInstanceCapacity", 500, "InsufficientCapacity", false },
        { "InsufficientHostCapacity", 500, "InsufficientHostCapacity", false },
        { "InsufficientVolumeCapacity", 500, "InsufficientVolumeCapacity", false },
        { "InsufficientAddressCapacity", 500, "InsufficientAddressCapacity", false },
        { "UnfulfillableCapacity", 500, "UnfulfillableCapacity", false },
        { "Unsupported", 400, "InstanceTypeUnsupportedInZone", false },
        { "RequestLimitExceeded", 503, "ThrottledByCloud", true },
        { "ConcurrentTagAccess", 400, "CloudTagsBusy", true },
        { "InternalError", 500, "CloudFault", true },
        { "ServerInternal", 500, "CloudFault", true },
        { "InternalFailure", 500, "CloudFault", true },
        { "ServiceUnavailable", 503, "CloudUnavailable", true },
        { "Unavailable", 503, "CloudUnavailable", true },
        { "InvalidCarrierGatewayID.NotFound", 400, "CloudResourceNotFound", false },
        { "AddressLimitExceeded", 400, "ResourceQuotaExceeded", false },
        { "NeverHeardOf", 400, "CloudCallFailed", false },
        { "NeverHeardOf", 500, "CloudCallFailed", true },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_code_of_AWS_has_an_error_with_a_remedy_and_AWSs_own_words(string code, int status, string expected, bool transient)
    {
        var failure = AwsFailure.Translate(Answered(code, status, "AWS's own words."), AwsActions.RunInstances);

        failure.Error.Code.Should().Be(expected);
        failure.IsTransient.Should().Be(transient);
        failure.Error.Detail.Should().Be($"{code}: AWS's own words. (request req-1)");
        failure.Error.Remedy.Should().NotBeNullOrWhiteSpace().And.NotContain("{");
        failure.Error.Message.Should().NotContain("{");
        failure.Error.Definition.Status.Should().BeInRange(400, 599);
    }

    [Fact]
    public void A_refusal_names_the_action_that_is_missing_not_the_one_that_was_called()
    {
        const string message = "You are not authorized to perform this operation. User: arn:aws:iam::1:user/u is not authorized to perform: iam:PassRole on resource: "
            + "arn:aws:iam::1:role/r. Encoded authorization failure message: AbCd";

        var error = AwsFailure.Translate(Answered("UnauthorizedOperation", 403, message), AwsActions.RunInstances).Error;

        error.Message.Should().Contain("iam:PassRole").And.NotContain("RunInstances");
        error.Detail.Should().NotContain("AbCd");
    }

    [Fact]
    public void A_signature_that_is_refused_for_its_date_is_a_matter_of_the_clock()
    {
        var failure = AwsFailure.Translate(Answered("SignatureDoesNotMatch", 403, "Signature expired: 20260101T000000Z is now earlier than …"), AwsActions.DescribeVpcs);
        failure.Error.Definition.Should().Be(AccessErrors.ClockSkew);
    }

    [Fact]
    public void The_signed_request_that_some_answers_repeat_is_left_out()
    {
        const string message = "The request signature we calculated does not match.\n\nThe Canonical String for this request should have been\n'x-amz-security-token:S3CRET'";
        var failure = AwsFailure.Translate(Answered("SignatureDoesNotMatch", 403, message), AwsActions.DescribeVpcs);
        failure.Error.Detail.Should().NotContain("S3CRET");
    }

    [Fact]
    public void No_answer_in_time_and_no_connection_are_transient()
    {
        foreach (var silence in new Exception[] { new TaskCanceledException(), new HttpRequestException("refused"), new IOException("reset") })
        {
            AwsFailure.Translate(silence, AwsActions.DescribeVpcs).IsTransient.Should().BeTrue();
        }
    }

    [Fact]
    public void The_capacity_class_ends_a_task_with_insufficient_resources()
    {
        AwsFailure.Translate(Answered("InsufficientInstanceCapacity", 500, "none"), AwsActions.RunInstances).Error.Definition.TaskState
            .Should().Be("InsufficientResources");
    }

    [Fact]
    public void Codes_of_the_catalogue_are_unique_and_fit_the_api()
    {
        var definitions = ErrorCatalogue.In(typeof(AwsCloud).Assembly, typeof(CloudErrors).Assembly);
        definitions.Select(definition => definition.Code).Should().OnlyHaveUniqueItems();
    }

    private static AmazonEC2Exception Answered(string code, int status, string message) =>
        new(message, Amazon.Runtime.ErrorType.Unknown, code, "req-1", (HttpStatusCode)status);
}
