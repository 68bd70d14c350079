using RequestContext = Darkroom.Client.Http.RequestContext;

namespace Darkroom.Server.Tests.Images;

public sealed class VersionTests(ImageServer server) : IClassFixture<ImageServer>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_version_gets_the_next_number()
    {
        var (definition, first) = await server.DefinitionAsync();
        var second = await server.Versions.CreateAsync(definition.ImageDefinitionName, "with patches", ct: Ct);

        first.ImageVersionNumber.Should().Be(1);
        second.ImageVersionNumber.Should().Be(2);
        (await server.Versions.GetAsync(definition.ImageDefinitionName, "2", Ct)).Should().BeEquivalentTo(second);
        (await server.Versions.GetAsync($"{definition.ImageDefinitionUid}", "LATEST", Ct)).Should().BeEquivalentTo(second);
        (await server.Definitions.GetAsync(definition.ImageDefinitionName, Ct)).Should().BeEquivalentTo(new { LatestVersion = 2, VersionsCount = 2 });
    }

    [Fact]
    public async Task Latest_is_the_highest_version_that_is_there()
    {
        var (definition, _) = await server.DefinitionAsync();
        var name = definition.ImageDefinitionName;
        await server.Versions.CreateAsync(name, ct: Ct);
        await server.Versions.RemoveAsync(name, "latest", ct: Ct);

        (await server.Versions.GetAsync(name, "latest", Ct)).ImageVersionNumber.Should().Be(1);
        (await server.Definitions.GetAsync(name, Ct)).Should().BeEquivalentTo(new { LatestVersion = 2, VersionsCount = 1 });
        await server.Versions.RemoveAsync(name, "1", ct: Ct);
        await Refused.WithAsync("ImageDefinitionHasNoVersion", () => server.Versions.GetAsync(name, "latest", Ct));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("99999999999999999999")]
    [InlineData("first")]
    public async Task What_is_no_version_is_not_found(string number)
    {
        var (definition, _) = await server.DefinitionAsync();
        await Refused.WithAsync("ImageVersionNotFound", () => server.Versions.GetAsync(definition.ImageDefinitionName, number, Ct));
    }

    [Fact]
    public async Task A_version_is_redescribed_and_its_number_is_fixed()
    {
        var (definition, version) = await server.DefinitionAsync();
        var name = definition.ImageDefinitionName;
        var changed = await server.Versions.UpdateAsync(name, "1", new() { Description = "better", ImageVersionNumber = 1 }, ct: Ct);

        changed.Should().BeEquivalentTo(version with { Description = "better", Version = 2 });
        await Refused.WithAsync("ImageVersionNumberFixed", () => server.Versions.UpdateAsync(name, "1", new() { ImageVersionNumber = 2 }, ct: Ct));
        var stale = new RequestContext { IfVersion = version.Version };
        await Refused.WithAsync("VersionMismatch", () => server.Versions.UpdateAsync(name, "1", new() { Description = "mine" }, stale, Ct));
        await Refused.WithAsync("VersionMismatch", () => server.Versions.RemoveAsync(name, "1", stale, Ct));
    }

    [Fact]
    public async Task A_version_with_specs_stays_and_names_them()
    {
        var (definition, version) = await server.DefinitionAsync();
        var master = await server.PlantMasterAsync(version, server.EastA);

        var refused = await Refused.WithAsync("ImageVersionHasSpecs", () => server.Versions.RemoveAsync(definition.ImageDefinitionName, "1", ct: Ct));
        refused.Detail.Should().Contain("the master spec of version 1");
        await server.RemoveSpecAsync(master.Uid);
        await server.Versions.RemoveAsync(definition.ImageDefinitionName, "1", ct: Ct);
    }

    [Theory]
    [InlineData("ValueTooLong", 1001, 'd')]
    [InlineData("ControlCharacter", 3, '\u0007')]
    public async Task A_bad_description_is_refused_and_no_number_is_spent(string code, int length, char character)
    {
        var (definition, _) = await server.DefinitionAsync();
        await Refused.WithAsync(code, () => server.Versions.CreateAsync(definition.ImageDefinitionName, new string(character, length), ct: Ct));
        (await server.Versions.CreateAsync(definition.ImageDefinitionName, ct: Ct)).ImageVersionNumber.Should().Be(2);
    }
}
