using Darkroom.Core.Images.Guest;
using Darkroom.Core.Images.Preparation;

namespace Darkroom.Core.Tests.Images.Preparation;

public sealed class ConsoleReadingsTests
{
    private static readonly GuestNonce Nonce = new("right0nonce");
    private static readonly string Begun = Line("""{"event":"begin","script":1,"os":"Windows"}""");
    private static readonly string Whole = $"{Begun}\n{Line("""{"event":"end"}""")}";

    [Fact]
    public void A_posted_text_that_is_behind_what_was_read_live_takes_nothing_back()
    {
        var readings = ConsoleReadings.None.And(Begun, Nonce).And(Whole, Nonce).And(Begun, Nonce);

        readings.Report.IsComplete.Should().BeTrue();
        readings.Text.Should().Be(Whole, "the report is judged by it");
        readings.Kept.Report.Should().Be(Whole);
    }

    [Fact]
    public void What_the_console_has_lost_since_is_judged_with_what_came_after()
    {
        var kept = ConsoleReadings.None.And(Begun, Nonce).And(Line("""{"event":"end"}"""), Nonce).Kept;

        GuestReport.Read(kept.Report, Nonce).Events.Should().HaveCount(2).And.EndWith(new GuestEnded());
    }

    [Fact]
    public void Of_texts_that_tell_as_much_the_newest_is_kept() =>
        ConsoleReadings.None.And(Begun, Nonce).And($"{Begun}\nKernel panic", Nonce).Text.Should().EndWith("Kernel panic");

    private static string Line(string json) => $"darkroom {Nonce.Value} {json}";
}
