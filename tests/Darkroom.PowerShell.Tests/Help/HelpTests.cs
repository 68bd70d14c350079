using System.Management.Automation;
using Darkroom.PowerShell.Tests.Host;

namespace Darkroom.PowerShell.Tests.Help;

/// <summary>What Get-Help says of each cmdlet that the module exports.</summary>
public sealed class HelpTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Each_cmdlet_has_a_synopsis_a_description_and_an_example()
    {
        var lacking = new List<string>();
        foreach (var (cmdlet, help) in await AllAsync())
        {
            if (Text(help["Synopsis"]) is not { Length: > 10 } synopsis || synopsis.Contains("<CommonParameters>", StringComparison.Ordinal) || !synopsis.EndsWith('.'))
            {
                lacking.Add($"{cmdlet.Name}: synopsis");
            }

            if (Text(help["description"]).Length == 0)
            {
                lacking.Add($"{cmdlet.Name}: description");
            }

            var examples = Many((help["examples"] as PSObject)?.Properties["example"]?.Value).ToList();
            if (examples.Count == 0)
            {
                lacking.Add($"{cmdlet.Name}: example");
            }

            lacking.AddRange(examples.Where(example => Text(example.Properties["remarks"]?.Value).Length == 0).Select(_ => $"{cmdlet.Name}: what an example is for"));
        }

        lacking.Should().BeEmpty();
    }

    [Fact]
    public async Task Each_parameter_is_described_once_and_none_that_is_not_there()
    {
        var wrong = new List<string>();
        foreach (var (cmdlet, help) in await AllAsync())
        {
            var described = Many((help["parameters"] as PSObject)?.Properties["parameter"]?.Value)
                .Select(parameter => (Name: parameter.Properties["name"].Value.ToString()!, Text: Text(parameter.Properties["description"]?.Value)))
                .ToList();
            var there = cmdlet.Parameters.Keys.Where(name => !Cmdlet.CommonParameters.Contains(name)).ToList();
            wrong.AddRange(described.Where(parameter => parameter.Text.Length == 0).Select(parameter => $"{cmdlet.Name} says nothing of {parameter.Name}"));
            wrong.AddRange(there.Except(described.Select(parameter => parameter.Name)).Select(name => $"{cmdlet.Name} leaves out {name}"));
            wrong.AddRange(described.Select(parameter => parameter.Name).Except(there).Select(name => $"{cmdlet.Name} has no {name}"));
            wrong.AddRange(described.GroupBy(parameter => parameter.Name).Where(same => same.Count() > 1).Select(same => $"{cmdlet.Name} tells {same.Key} twice"));
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task Syntax_has_a_form_for_each_parameter_set()
    {
        var wrong = new List<string>();
        foreach (var (cmdlet, help) in await AllAsync())
        {
            var forms = Many((help["Syntax"] as PSObject)?.Properties["syntaxItem"]?.Value).Select(NamesIn).ToList();
            var sets = cmdlet.ParameterSets.Select(set => set.Parameters.Select(parameter => parameter.Name).Except(Cmdlet.CommonParameters).Order().ToList()).ToList();
            if (forms.Count != sets.Count || !sets.All(set => forms.Any(form => form.SequenceEqual(set))))
            {
                wrong.Add(cmdlet.Name);
            }
        }

        wrong.Should().BeEmpty();

        static List<string> NamesIn(PSObject form) => [.. Many(form.Properties["parameter"]?.Value).Select(parameter => parameter.Properties["name"].Value.ToString()!).Order()];
    }

    [Theory]
    [InlineData("New-ProvImageDefinition", "-OsType <OsType>", "One of: Windows, Linux.", "New-ProvImageDefinition -ImageDefinitionName office", "about_Darkroom")]
    [InlineData("New-ProvImageVersionSpec", "-SourceImageVersionSpecUid <Guid>", "-RunAsynchronously [<SwitchParameter>]", "ImagePreparationTask", "Get-ProvTask -TaskId $task")]
    [InlineData("Get-ProvTask", "Accept pipeline input?       True (ByPropertyName)", "Default value                250", "about_Darkroom_Filtering")]
    public async Task Help_is_shown_in_full(string cmdlet, params string[] parts)
    {
        using var host = PowerShellHost.Start();
        var shown = await host.RenderAsync($"Get-Help {cmdlet} -Full");
        output.WriteLine(shown);
        shown.Should().ContainAll(parts).And.ContainAll("SYNOPSIS", "DESCRIPTION", "Example 1");
    }

    [Fact]
    public async Task No_page_on_the_web_is_promised_that_is_not_there()
    {
        using var host = PowerShellHost.Start();
        var shown = await host.RenderAsync("Get-Help Stop-ProvTask");
        shown.Should().Contain("-Examples").And.NotContain("-Online").And.Contain("See also Get-ProvTask");
    }

    private static async Task<IReadOnlyList<(CmdletInfo Cmdlet, Members Help)>> AllAsync()
    {
        using var host = PowerShellHost.Start();
        var found = (await host.RunAsync("Get-Command -Module Darkroom -CommandType Cmdlet")).ShouldSucceed().Output;
        found.Should().NotBeEmpty();
        var all = new List<(CmdletInfo, Members)>();
        foreach (var cmdlet in found.Select(command => (CmdletInfo)command.BaseObject))
        {
            var help = (await host.RunAsync("Get-Help $args[0] -Full", cmdlet.Name)).ShouldSucceed();
            all.Add((cmdlet, new Members(help.Output.Should().ContainSingle().Subject)));
        }

        return all;
    }

    private static IEnumerable<PSObject> Many(object? value) => value switch
    {
        null => [],
        PSObject { BaseObject: object?[] items } => items.OfType<PSObject>(),
        object?[] items => items.OfType<PSObject>(),
        PSObject one => [one],
        _ => throw new InvalidOperationException($"Help has a {value.GetType()} where objects are expected."),
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text.Trim(),
        _ => string.Join('\n', Many(value).Select(paragraph => (paragraph.Properties["Text"]?.Value ?? paragraph.BaseObject).ToString()!.Trim())).Trim(),
    };

    private sealed class Members(PSObject help)
    {
        public object? this[string name] => help.Properties[name]?.Value;
    }
}
