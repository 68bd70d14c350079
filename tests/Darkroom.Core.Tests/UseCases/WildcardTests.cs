using Darkroom.Core.UseCases;

namespace Darkroom.Core.Tests.UseCases;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("win*", "Windows", true)]
    [InlineData("*2411*", "win10-2411-ami", true)]
    [InlineData("win", "Windows", false)]
    [InlineData("a?c", "abc", false)]
    [InlineData("a?c", "a?c", true)]
    [InlineData(@"a\*", @"a\b", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("*a*b*", "xaxbx", true)]
    [InlineData("*b*a*", "xaxbx", false)]
    [InlineData("*", "", true)]
    [InlineData("abc*", "ab", false)]
    [InlineData("", "anything", false)]
    public void Only_the_star_is_special_and_case_does_not_count(string filter, string text, bool match) =>
        Wildcard.IsMatch(filter, text).Should().Be(match);
}
