using Darkroom.Testing;

namespace Darkroom.Server.Tests.Composition;

public sealed class FixtureTests
{
    [Fact]
    public Task A_fixture_can_be_disposed_without_having_started() => UnstartedFixtures.DisposeAsync(typeof(FixtureTests).Assembly);

    [Fact]
    public Task One_of_all_projects_can_be_disposed_without_having_started() => UnstartedFixtures.DisposeAsync(typeof(UnstartedFixtures).Assembly);
}
