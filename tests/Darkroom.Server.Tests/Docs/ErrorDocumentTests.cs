using Darkroom.Server.Api.Docs;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Docs;

public sealed class ErrorDocumentTests
{
    [Fact]
    public void Each_error_is_documented_as_the_code_has_it() => Published.ShouldBe("docs/errors.md", ErrorReference.ToMarkdown(), "eng/update-error-docs");

    [Fact]
    public void Codes_are_unique_and_have_a_remedy()
    {
        ErrorReference.All.Select(e => e.Code).Should().OnlyHaveUniqueItems();
        ErrorReference.All.Should().OnlyContain(e => e.Remedy.Length > 0 && e.Message.Length > 0 && e.Status >= 400 && e.Status < 600);
    }

    [Fact]
    public async Task A_problem_leads_to_its_description()
    {
        await using var server = await DarkroomServer.StartAsync();
        using var http = server.HttpOf(null);

        (await http.GetStringAsync("docs/errors", TestContext.Current.CancellationToken)).Should().Contain("id=\"unauthenticated\"");
    }
}
