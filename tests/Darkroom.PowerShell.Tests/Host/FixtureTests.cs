using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Host;

public sealed class FixtureTests
{
    [Fact]
    public Task A_fixture_can_be_disposed_without_having_started() => UnstartedFixtures.DisposeAsync(typeof(FixtureTests).Assembly);
}
