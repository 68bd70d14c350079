using System.Management.Automation.Language;
using Darkroom.PowerShell.Tests.Host;

namespace Darkroom.PowerShell.Tests.Help;

/// <summary>The examples of the built help, each run as it stands.</summary>
[Trait("Suite", "full")]
public sealed class ExampleTests(ExampleScene scene, ITestOutputHelper output) : IClassFixture<ExampleScene>
{
    public static TheoryData<string, int> All => new(HelpFile.Examples.Select(example => (example.Cmdlet, example.Number)));

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_example_runs_without_an_error_and_shows_or_changes_something(string cmdlet, int number)
    {
        var code = HelpFile.Examples.Single(example => example.Cmdlet == cmdlet && example.Number == number).Code;
        output.WriteLine(code);
        var script = Parser.ParseInput(code, out _, out var mistakes);
        mistakes.Should().BeEmpty();
        script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Select(command => command.GetCommandName())
            .Should().Contain(cmdlet, "an example shows the cmdlet that it is of");

        using var host = await scene.SetAsync(cmdlet);
        var before = await scene.ChangesAsync();
        var result = (await host.RunAsync(code)).ShouldSucceed();

        var changes = await scene.ChangesAsync() - before;
        var kept = await AssignedAsync(script, host);
        output.WriteLine($"{result.Output.Count} objects shown, {kept} kept in variables, {changes} changes recorded by the server");
        (result.Output.Count + kept + changes).Should().BePositive("an example that shows nothing and changes nothing is none");
    }

    [Fact]
    public void All_examples_are_counted()
    {
        foreach (var cmdlet in HelpFile.Examples.GroupBy(example => example.Cmdlet))
        {
            output.WriteLine($"{cmdlet.Key}: {cmdlet.Count()}");
        }

        output.WriteLine($"{HelpFile.Examples.Count} examples");
        HelpFile.Examples.Should().NotBeEmpty();
    }

    private static async Task<int> AssignedAsync(Ast script, PowerShellHost host)
    {
        var kept = 0;
        foreach (var variable in script.FindAll(ast => ast is AssignmentStatementAst { Left: VariableExpressionAst }, searchNestedScriptBlocks: false).Select(ast => ((AssignmentStatementAst)ast).Left.Extent.Text))
        {
            kept += (await host.RunAsync(variable)).Output.Count(value => value is not null);
        }

        return kept;
    }
}
