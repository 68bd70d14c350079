using Darkroom.Contracts.Images;

namespace Darkroom.Server.Tests.Images;

public sealed class NameAvailabilityTests(ImageServer server) : IClassFixture<ImageServer>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_names_are_answered_in_their_order()
    {
        await server.Definitions.CreateAsync(ImageServer.New("Gone Already"), ct: Ct);
        var names = Enumerable.Range(0, 999).Select(n => $"Free {n}").Append("GONE already").ToList();

        var answers = await server.Definitions.TestNamesAsync(names, Ct);

        answers.Select(a => a.Name).Should().Equal(names);
        answers.Where(a => !a.Available).Should().Equal(new NameAvailabilityDto("GONE already", false));
    }

    [Theory]
    [InlineData("InputNameInvalid", "a.b")]
    [InlineData("InputNameInvalid", " ")]
    [InlineData("ValueMissing", "")]
    [InlineData("ValueTooLong", "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task A_text_that_can_not_be_a_name_is_an_error(string code, string name)
    {
        var problem = await Refused.WithAsync(code, () => server.Definitions.TestNamesAsync(["Good", name], Ct));
        problem.Errors[0].Field.Should().Be("names");
    }

    [Fact]
    public async Task An_error_names_the_name_it_is_about() =>
        (await Refused.WithAsync("InputNameInvalid", () => server.Definitions.TestNamesAsync(["Good", "B:ad"], Ct))).Detail.Should().Contain("'B:ad'");

    [Fact]
    public async Task No_names_and_too_many_names_are_refused()
    {
        await Refused.WithAsync("ValueOutOfRange", () => server.Definitions.TestNamesAsync([], Ct));
        await Refused.WithAsync("ValueOutOfRange", () => server.Definitions.TestNamesAsync([.. Enumerable.Range(0, 1001).Select(n => $"N{n}")], Ct));
    }
}
