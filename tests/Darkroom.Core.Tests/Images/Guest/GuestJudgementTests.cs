using Darkroom.Contracts.Images;
using Darkroom.Core.Images.Guest;

namespace Darkroom.Core.Tests.Images.Guest;

public sealed class GuestJudgementTests
{
    private static readonly GuestNonce Nonce = new("judge0nonce");
    private static readonly GuestExpectation Expected = new(OsType.Windows, SessionSupport.SingleSession);

    private static GuestReport Report(
        string os = "Windows", string agent = "2411.0.0.123", string mcsIo = "true", string sessions = "SingleSession",
        string osRearm = "Done", string officeRearm = "Done", string dhcp = "Done", Func<string, bool>? kept = null)
    {
        string[] lines =
        [
            $$"""{"event":"begin","script":1,"os":"{{os}}"}""",
            $$"""{"event":"step","name":"EnableDHCP","outcome":"{{dhcp}}"}""",
            $$"""{"event":"step","name":"OsRearm","outcome":"{{osRearm}}","detail":"code 7"}""",
            $$"""{"event":"step","name":"OfficeRearm","outcome":"{{officeRearm}}"}""",
            $$"""{"event":"fact","name":"AgentVersion","value":"{{agent}}"}""",
            $$"""{"event":"fact","name":"MCSIO","value":{{mcsIo}}}""",
            $$"""{"event":"fact","name":"SessionSupport","value":"{{sessions}}"}""",
            """{"event":"end"}""",
        ];
        return GuestReport.Read(string.Join('\n', lines.Where(kept ?? (_ => true)).Select(line => $"darkroom {Nonce} {line}")), Nonce);
    }

    private static string[] Codes(GuestReport report) =>
        [.. GuestJudgement.Judge(report, Expected).Should().BeOfType<GuestRefuted>().Which.Findings.Select(finding => finding.Code)];

    [Theory]
    [InlineData("2311.0.0.1")]
    [InlineData("2411.0.0.123")]
    [InlineData("2311")]
    [InlineData("24.11.0.20")]
    [InlineData("23.11")]
    [InlineData("25.3.10.25")]
    public void An_image_with_a_new_enough_agent_is_verified(string agent) =>
        GuestJudgement.Judge(Report(agent: agent), Expected).Should().BeOfType<GuestVerified>().Which.Warnings.Should().BeEmpty();

    [Theory]
    [InlineData("2303.0.0.1", "2303")]
    [InlineData("2310", "2310")]
    [InlineData("23.3.0.1", "2303")]
    [InlineData("1912.0.7000.1", "1912")]
    [InlineData("7.45.0.11", "'7.45.0.11'")]
    [InlineData("2413.0.0.1", "'2413.0.0.1'")]
    [InlineData("24.13.0.1", "'24.13.0.1'")]
    [InlineData("newest", "'newest'")]
    [InlineData(".", "'.'")]
    [InlineData("+411.0", "'+411.0'")]
    public void An_older_agent_or_one_of_unreadable_version_is_refused(string agent, string said)
    {
        var refuted = GuestJudgement.Judge(Report(agent: agent), Expected).Should().BeOfType<GuestRefuted>().Which;

        refuted.Findings.Should().ContainSingle().Which.Code.Should().Be("AgentTooOld");
        refuted.Findings[0].Message.Should().Be($"The agent on the image is {said}; 2311 or later is needed.");
        refuted.Findings[0].Remedy.Should().Contain("another master");
    }

    [Fact]
    public void Every_finding_is_reported_at_once() =>
        Codes(Report(os: "Linux", agent: "", mcsIo: "false", sessions: "MultiSession"))
            .Should().Equal("OsTypeMismatch", "AgentMissing", "McsIoMissing", "SessionSupportMismatch");

    [Fact]
    public void A_finding_says_what_is_and_what_should_be()
    {
        var refuted = (GuestRefuted)GuestJudgement.Judge(Report(sessions: "MultiSession"), Expected);

        refuted.Findings.Single().Message.Should().Be("The image is for MultiSession; its definition is for SingleSession.");
    }

    [Theory]
    [InlineData("OsRearm", "CountExceeded", "ImagePreparationOSRearmCountExceeded")]
    [InlineData("OsRearm", "Failed", "ImagePreparationOSRearmFailed")]
    [InlineData("OfficeRearm", "CountExceeded", "ImagePreparationOfficeRearmCountExceeded")]
    [InlineData("OfficeRearm", "Failed", "ImagePreparationOfficeRearmFailed")]
    [InlineData("EnableDHCP", "Failed", "Unknown")]
    public void A_step_that_went_wrong_is_a_warning_of_its_type(string step, string outcome, string type)
    {
        string For(string name) => name == step ? outcome : "Done";
        var verdict = GuestJudgement.Judge(Report(dhcp: For("EnableDHCP"), osRearm: For("OsRearm"), officeRearm: For("OfficeRearm")), Expected);

        verdict.Should().BeOfType<GuestVerified>();
        verdict.Warnings.Should().ContainSingle().Which.Type.Should().Be(type);
        if (step == "OsRearm") verdict.Warnings[0].Message.Should().EndWith("The guest said: code 7");
    }

    [Fact]
    public void Steps_that_were_left_out_are_no_warning() =>
        GuestJudgement.Judge(Report(osRearm: "Excluded", officeRearm: "NotApplicable"), Expected).Warnings.Should().BeEmpty();

    [Theory]
    [InlineData("", "It said nothing.")]
    [InlineData("end", "Its report has no end.")]
    [InlineData("begin", "Its report has no beginning.")]
    [InlineData("MCSIO", "Its report lacks MCSIO.")]
    public void An_incomplete_report_is_unverified_and_says_what_is_missing(string lost, string gap)
    {
        var report = Report(kept: line => lost.Length > 0 && !line.Contains($"\"{lost}\""));

        var error = GuestJudgement.Judge(report, Expected).Should().BeOfType<GuestUnverified>().Which.Gap;
        error.Code.Should().Be("GuestSilent");
        error.Message.Should().EndWith(gap);
    }

    [Fact]
    public void A_guest_that_cannot_tell_its_session_support_is_unverified() =>
        GuestJudgement.Judge(Report(sessions: "Unknown"), Expected).Should().BeOfType<GuestUnverified>()
            .Which.Gap.Message.Should().Contain("single or multiple");

    [Fact]
    public void What_was_said_refutes_even_without_an_end() =>
        Codes(Report(agent: "2303.1", kept: line => !line.Contains("end"))).Should().Equal("AgentTooOld");
}
