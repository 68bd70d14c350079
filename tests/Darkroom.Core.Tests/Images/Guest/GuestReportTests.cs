using CsCheck;
using Darkroom.Contracts.Images;
using Darkroom.Core.Images.Guest;

namespace Darkroom.Core.Tests.Images.Guest;

public sealed class GuestReportTests
{
    private static readonly GuestNonce Nonce = new("right0nonce");
    private static readonly GuestNonce Other = new("wrong0nonce");

    private static readonly string[] Whole =
    [
        """{"event":"begin","script":1,"os":"Windows"}""",
        """{"event":"step","name":"EnableDHCP","outcome":"Done"}""",
        """{"event":"step","name":"OsRearm","outcome":"CountExceeded","detail":"Error: 0xC004D307 \u00e9 \"x\" \\"}""",
        """{"event":"step","name":"OfficeRearm","outcome":"NotApplicable"}""",
        """{"event":"fact","name":"OperatingSystem","value":"Microsoft Windows 10 Enterprise"}""",
        """{"event":"fact","name":"OsBuild","value":"19045.5131"}""",
        """{"event":"fact","name":"AgentVersion","value":"2411.0.0.123"}""",
        """{"event":"fact","name":"MCSIO","value":true}""",
        """{"event":"fact","name":"SessionSupport","value":"SingleSession"}""",
        """{"event":"fact","name":"IdentityJoinStatus","value":"None"}""",
        """{"event":"end"}""",
    ];

    private static readonly GuestEvent[] Events =
    [
        new GuestBegan(1, OsType.Windows),
        new GuestStepEnded(GuestStep.EnableDHCP, GuestStepOutcome.Done, null),
        new GuestStepEnded(GuestStep.OsRearm, GuestStepOutcome.CountExceeded, "Error: 0xC004D307 é \"x\" \\"),
        new GuestStepEnded(GuestStep.OfficeRearm, GuestStepOutcome.NotApplicable, null),
        new GuestFact(GuestFactName.OperatingSystem, "Microsoft Windows 10 Enterprise"),
        new GuestFact(GuestFactName.OsBuild, "19045.5131"),
        new GuestFact(GuestFactName.AgentVersion, "2411.0.0.123"),
        new GuestFact(GuestFactName.MCSIO, "true"),
        new GuestFact(GuestFactName.SessionSupport, "SingleSession"),
        new GuestFact(GuestFactName.IdentityJoinStatus, "None"),
        new GuestEnded(),
    ];

    private static readonly string[] NoEvents =
        ["", "null", """[{"event":"end"}]""", """{"event":"fact","name":"7","value":"x"}"""];

    private static readonly Gen<string> Junk = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["darkom {}\":,\\e\0\u001b[m\u2028é"], 0, 40],
        Gen.Int[0, Whole.Length - 1].Select(
            i => $"darkroom {Other} {Whole[i].Replace("Enterprise", "Home").Replace("2411", "2303").Replace("true", "false")}"),
        Gen.Int[0, Whole.Length - 1].Select(i => $"darkroom {Whole[i]}"),
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[0, 30], (i, cut) => $"darkroom {Nonce} {Whole[i][..Math.Min(cut, Whole[i].Length - 1)]}"),
        Gen.Select(Gen.Int[0, 3], junk => $"darkroom {Nonce} " + NoEvents[junk]));

    private static string Console(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"darkroom {Nonce} {line}\r\n"));

    [Fact]
    public void A_report_is_read_in_order()
    {
        var report = GuestReport.Read(Console(Whole), Nonce);

        report.Events.Should().Equal(Events);
        report.IsComplete.Should().BeTrue();
        report.Os.Should().Be(OsType.Windows);
        report[GuestFactName.AgentVersion].Should().Be("2411.0.0.123");
        report.Steps.Should().HaveCount(3);
    }

    [Fact]
    public void However_noisy_the_console_the_report_is_the_same() =>
        Gen.Select(
            Junk.Array[0, 6].Array[Whole.Length + 1], Gen.Bool, Gen.String[Gen.Char["[ 0.123]abc"], 0, 20], Gen.Int[0, Whole.Length])
        .Sample((junk, crlf, prefix, repeatFrom) =>
        {
            IEnumerable<string> lines = [.. junk[0]];
            for (var i = 0; i < Whole.Length; i++) lines = [.. lines, $"{prefix}darkroom {Nonce} {Whole[i]}", .. junk[i + 1]];
            var copy = lines.ToList();
            lines = [.. copy, .. copy.Skip(repeatFrom)];

            GuestReport.Read(string.Join(crlf ? "\r\n" : "\n", lines), Nonce).Events.Should().Equal(Events);
        }, iter: 3_000);

    [Fact]
    public void A_cut_console_gives_the_lines_that_are_whole() => Gen.Int[0, Console(Whole).Length].Sample(length =>
    {
        var cut = Console(Whole)[..length];
        var whole = Whole.TakeWhile((_, i) => length >= Console(Whole.Take(i + 1)).Length - 2).Count();

        GuestReport.Read(cut, Nonce).Events.Should().Equal(Events.Take(whole));
    });

    [Fact]
    public void A_wrong_nonce_never_counts() => Gen.Select(Gen.Char[GuestAlphabet].Array[8, 32], Junk.Array[0, 10]).Sample((chars, junk) =>
    {
        var wrong = new GuestNonce(new string(chars));
        GuestReport.Read(Console(Whole) + string.Join('\n', junk), wrong).Events.Should().BeEmpty();
    });

    [Fact]
    public void A_nonce_that_begins_like_the_right_one_does_not_count()
    {
        GuestReport.Read(Console(Whole), new GuestNonce("right0no")).Events.Should().BeEmpty();
        GuestReport.Read(Console(Whole), new GuestNonce("right0nonce1")).Events.Should().BeEmpty();
    }

    [Fact]
    public void A_report_grows_from_reading_to_reading_though_old_lines_are_lost()
    {
        var first = GuestReport.Read(Console(Whole.Take(6)), Nonce);
        first.IsComplete.Should().BeFalse();

        var second = first.ReadOn(Console(Whole.Skip(4)), Nonce);
        second.Events.Should().Equal(Events);
        second.ReadOn("", Nonce).Events.Should().Equal(Events);
    }

    [Fact]
    public void When_a_guest_reports_twice_the_later_word_counts()
    {
        var report = GuestReport.Read(Console([.. Whole.Take(3), """{"event":"step","name":"OsRearm","outcome":"Done"}"""]), Nonce);

        report.Steps.Single(step => step.Step == GuestStep.OsRearm).Outcome.Should().Be(GuestStepOutcome.Done);
    }

    [Fact]
    public void A_whole_line_glued_to_a_torn_one_counts() =>
        GuestReport.Read($"darkroom {Nonce} {{\"event\":\"fa\u0007darkroom {Nonce} {Whole[10]}[  1.2] kernel", Nonce).Events
            .Should().Equal(new GuestEnded());

    [Fact]
    public void Half_a_character_at_the_end_of_a_detail_costs_the_detail_only()
    {
        var report = GuestReport.Read(Console(["""{"event":"step","name":"OsRearm","outcome":"Failed","detail":"x \ud83d"}"""]), Nonce);

        report.Steps.Should().Equal(new GuestStepEnded(GuestStep.OsRearm, GuestStepOutcome.Failed, null));
    }

    [Fact]
    public void What_a_guest_says_about_itself_is_cut() =>
        GuestReport.Read(Console([$$"""{"event":"fact","name":"OsBuild","value":"{{new string('x', 9999)}}"}"""]), Nonce)[GuestFactName.OsBuild]
            .Should().HaveLength(256);

    private const string GuestAlphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
}
