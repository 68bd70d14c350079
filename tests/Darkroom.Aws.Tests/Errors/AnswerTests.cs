using System.Net;
using Darkroom.Aws.Errors;
using Darkroom.Contracts.Hosting;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests.Errors;

/// <summary>Answers that are cut, foreign or talkative, as they come over the wire.</summary>
public sealed class AnswerTests
{
    private const string Secret = "wJalrXUtnFEMI-K7MDENG-bPxRfiCYEXAMPLEKEY";
    private static readonly string SessionToken = string.Concat(Enumerable.Repeat("IQoJb3JpZ2luX2Vj", 10));

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><CreateSecurityGroupResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId><grou")]
    [InlineData("<CreateSecurityGroupResponse><requestId>r</requestId></CreateSecurityGroupResponse>")]
    [InlineData("Welcome to the guest network")]
    [InlineData("")]
    public async Task An_answer_of_success_that_can_not_be_read_is_transient_since_it_may_have_taken_effect(string body)
    {
        var failure = await FailureAsync(HttpStatusCode.OK, body);
        (failure.Error.Definition, failure.IsTransient).Should().Be((FaultErrors.AnswerUnreadable, true));
    }

    [Fact]
    public async Task A_connection_lost_in_the_midst_of_an_answer_is_transient()
    {
        var failure = await FailureAsync(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Broken()) });
        failure.IsTransient.Should().BeTrue();
    }

    [Theory]
    [InlineData("Retry-After", "7", 7.0)]
    [InlineData("x-amz-retry-after", "1500", 1.5)]
    [InlineData("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT", null)]
    [InlineData("x-other", "7", null)]
    public async Task A_hint_when_to_try_again_is_carried_on(string header, string value, double? seconds)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StringContent(Refusal("RequestLimitExceeded", "Slow down.")) };
        answer.Headers.TryAddWithoutValidation(header, value);
        var failure = await FailureAsync(answer);
        failure.Error.Definition.Should().Be(FaultErrors.Throttled);
        failure.RetryAfter?.TotalSeconds.Should().Be(seconds);
        (failure.RetryAfter is null).Should().Be(seconds is null);
    }

    [Fact]
    public async Task No_failure_shows_a_secret_or_a_session_token()
    {
        var talkative = $"The request x-amz-security-token:{SessionToken} is wrong ({SessionToken}).&#10;secret {Secret}";
        foreach (var code in new[] { "SignatureDoesNotMatch", "InvalidParameterValue", "NeverHeardOf" })
        {
            var failure = await FailureAsync(HttpStatusCode.Forbidden, Refusal(code, talkative));
            failure.InnerException.Should().BeNull();
            failure.Error.Detail.Should().StartWith(code).And.EndWith("(request req-1)");
            $"{failure} {failure.Error}".Should().NotContain(Secret).And.NotContain(SessionToken);
        }
    }

    private static string Refusal(string code, string message) =>
        $"<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors><RequestID>req-1</RequestID></Response>";

    private static Task<CloudException> FailureAsync(HttpStatusCode status, string body) =>
        FailureAsync(new HttpResponseMessage(status) { Content = new StringContent(body) });

    private static async Task<CloudException> FailureAsync(HttpResponseMessage answer)
    {
        var cloud = Cloud.Of(new AwsOptions { HttpClients = new Answering(answer) });
        var access = Cloud.Access(new Uri("http://127.0.0.1:1")) with { Credentials = new CloudCredentials(CredentialKind.AccessKey, null, "AKIATESTS", Secret) };
        return (await FluentActions.Awaiting(() => cloud.CreateIsolationGroupAsync(access, "vpc-1", Cloud.Tags(), TestContext.Current.CancellationToken))
            .Should().ThrowAsync<CloudException>()).Which;
    }

    private sealed class Broken : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("reset by peer");

        public override int Read(Span<byte> buffer) => throw new IOException("reset by peer");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("reset by peer");
    }
}
