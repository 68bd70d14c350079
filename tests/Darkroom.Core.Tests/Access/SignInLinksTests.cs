using Darkroom.Core.Access;

namespace Darkroom.Core.Tests.Access;

public sealed class SignInLinksTests
{
    private readonly HandTime _time = new();
    private readonly SignInLinks _links;

    public SignInLinksTests() => _links = new SignInLinks(_time);

    [Fact]
    public void A_link_leads_to_its_token_once()
    {
        var code = CodeOf("token a");

        _links.Redeem(code).Should().Be("token a");
        _links.Redeem(code).Should().BeNull();
    }

    [Fact]
    public void A_link_that_nobody_made_leads_nowhere() => _links.Redeem("guessed").Should().BeNull();

    [Fact]
    public void A_link_waits_for_ten_minutes_and_no_longer()
    {
        var (early, late) = (CodeOf("token a"), CodeOf("token a"));

        _time.Now += SignInLinks.Lifetime - TimeSpan.FromSeconds(1);
        _links.Redeem(early).Should().Be("token a");
        _time.Now += TimeSpan.FromSeconds(1);
        _links.Redeem(late).Should().BeNull();
    }

    [Fact]
    public void Whoever_makes_too_many_links_loses_his_own_oldest()
    {
        var other = CodeOf("token b");
        var mine = Enumerable.Range(0, SignInLinks.MostWaiting + 1).Select(_ => CodeOf("token a")).ToList();

        _links.Redeem(mine[0]).Should().BeNull();
        _links.Redeem(mine[1]).Should().Be("token a");
        _links.Redeem(other).Should().Be("token b");
    }

    private string CodeOf(string tokenHash) => _links.Make(tokenHash).Path[SignInLinks.PathPrefix.Length..];

    private sealed class HandTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
