using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Darkroom.Client;
using Darkroom.PowerShell.Sessions;

namespace Darkroom.PowerShell.Completion;

/// <summary>Completes a name among those that the server knows. Whoever presses a key isn't kept waiting: a late or failed answer completes nothing.</summary>
public abstract class NameCompleter : IArgumentCompleter
{
    /// <summary>The most that are offered at once.</summary>
    protected const int Most = 250;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        ArgumentNullException.ThrowIfNull(fakeBoundParameters);
        var typed = (wordToComplete ?? "").Trim('\'', '"');
        return [.. NamesOf(typed, fakeBoundParameters).Select(name => new CompletionResult(Quoted(name), name, CompletionResultType.ParameterValue, name))];
    }

    /// <summary>Names that begin with what was typed.</summary>
    protected abstract Task<IEnumerable<string>> NamesAsync(DarkroomClient client, string pattern, CancellationToken ct);

    private IReadOnlyList<string> NamesOf(string typed, IDictionary parameters)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var client = ServerSession.Current.Look(parameters["AdminAddress"] as string, parameters["BearerToken"] as string).Client;
            return [.. Task.Run(() => NamesAsync(client, typed + "*", patience.Token)).GetAwaiter().GetResult()];
        }
        catch (Exception)
        {
            // The command itself will say what is wrong; a key press can't.
            return [];
        }
    }

    private static string Quoted(string name) => name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
        ? name
        : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'";
}
