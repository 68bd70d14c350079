using Darkroom.Core.UseCases;

namespace Darkroom.Core.Tests.UseCases;

public sealed class WildcardTests
{
    [Theory]
    [InlineData("win*", "WIN%")]
    [InlineData("*", "%")]
    [InlineData("Win 11", "WIN 11")]
    [InlineData("50%_off\\", @"50\%\_OFF\\")]
    public void Only_the_star_stands_for_more_than_itself(string filter, string pattern) => Wildcard.ToLike(filter).Should().Be(pattern);
}
