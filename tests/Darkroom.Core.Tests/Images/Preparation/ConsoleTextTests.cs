using Darkroom.Core.Images.Preparation.Console;

namespace Darkroom.Core.Tests.Images.Preparation;

public sealed class ConsoleTextTests
{
    [Theory]
    [InlineData("Windows is Ready to use\r\nnext", "Windows is Ready to use\nnext")]
    [InlineData("\u001b[1;31mred\u001b[0m \u001b]0;title\u0007after\u001bM", "red after")]
    [InlineData("a\0b\bc\u009bd\te", "abcd\te")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("<Username>Administrator</Username>\n<Password>\nSomeBase64==\n</Password>\nrest", "<Username>Administrator</Username>\n<Password>…</Password>\nrest")]
    [InlineData("<Password>\nSomeBase64== that goes on past the end", "<Password>…")]
    public void A_console_is_shown_without_what_steers_a_terminal_and_without_passwords(string printed, string shown) =>
        ConsoleText.Of(printed).Should().Be(shown);

    [Fact]
    public void Half_of_a_pair_of_characters_that_was_cut_is_left_out() => ConsoleText.Of("half \ud83d, and a whole \ud83d\ude00").Should().Be("half , and a whole \ud83d\ude00");

    [Fact]
    public void The_end_of_a_long_console_is_shown() =>
        ConsoleText.Of(new string('a', ConsoleText.LongestText) + "the end").Should().HaveLength(ConsoleText.LongestText).And.EndWith("the end");
}
