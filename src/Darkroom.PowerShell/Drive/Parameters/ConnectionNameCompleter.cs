using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Darkroom.PowerShell.Sessions;

namespace Darkroom.PowerShell.Drive;

/// <summary>Offers the names of connections.</summary>
public sealed class ConnectionNameCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = (wordToComplete ?? "").Trim('\'', '"');
        var client = ServerSession.Current.Connect().Client;
        using var calls = new PipelineCalls();
        var page = calls.Run(ct => client.Connections.ListAsync(typed + "*", ct: ct));
        return [.. page.Items.Select(connection => Result(connection.HypervisorConnectionName, connection.Region))];
    }

    private static CompletionResult Result(string name, string region)
    {
        var quoted = name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) ? $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'" : name;
        return new CompletionResult(quoted, name, CompletionResultType.ParameterValue, region);
    }
}
