using System.Text.RegularExpressions;
using Darkroom.Contracts.Problems;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.PowerShell.Tests.Waiting;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Tasks;

/// <summary>A piece of work has one name in PowerShell, whatever the server calls it.</summary>
public sealed partial class WordingTests(DemoFixture fixture) : IClassFixture<DemoFixture>
{
    [Theory]
    [InlineData("Get-ProvTask ([guid]::NewGuid())")]
    [InlineData("Stop-ProvTask ([guid]::NewGuid())")]
    [InlineData("Remove-ProvTask ([guid]::NewGuid())")]
    [InlineData("Set-ProvTaskMetadata ([guid]::NewGuid()) -Name a -Value b")]
    [InlineData("Remove-ProvImagePrepVM ([guid]::NewGuid())")]
    public async Task A_task_is_called_one(string script)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var error = (await host.RunAsync(script)).Errors.Should().ContainSingle().Subject;
        $"{error} {error.ErrorDetails.RecommendedAction}".Should().Contain("task").And.NotContain("operation").And.NotContain("Operation");
    }

    [Fact]
    public void Every_error_of_the_catalogue_that_speaks_of_an_operation_is_put_into_these_words()
    {
        Section().Split(Published.Read("docs/errors.md")).Skip(1).Where(section => Operation().IsMatch(section)).Select(section => section.Split('\n')[0].Trim())
            .Should().BeEquivalentTo(TaskWording.Codes);
    }

    [Theory]
    [InlineData("ImageShareInProgress", "The hosting unit 'operations' isn't free: operation 1 is at work on it.", "The hosting unit 'operations' isn't free: task 1 is at work on it.")]
    [InlineData("OperationFaulted", "You are not authorized to perform this operation.", "You are not authorized to perform this operation.")]
    public void Names_and_what_others_have_said_stay_as_they_are(string code, string message, string told) =>
        new ProblemItemDto { Code = code, Message = message }.InTaskWords().Message.Should().Be(told);

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"\b[Oo]perations?\b")]
    private static partial Regex Operation();
}
