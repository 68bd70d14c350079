using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Darkroom.PowerShell.SnapIns;

/// <summary>Completes names of snap-ins, without a server.</summary>
public sealed class SnapInNames : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        SnapIn.Known
            .Where(snapIn => snapIn.Name.StartsWith((wordToComplete ?? "").Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(snapIn => new CompletionResult(snapIn.Name, snapIn.Name, CompletionResultType.ParameterValue, snapIn.Description));
}
