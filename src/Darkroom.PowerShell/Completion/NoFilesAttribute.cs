using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Darkroom.PowerShell.Completion;

/// <summary>A parameter for which the tabulator offers nothing. Without a completer it offers the files of the folder.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoFilesAttribute() : ArgumentCompleterAttribute(typeof(Nothing))
{
    private sealed class Nothing : IArgumentCompleter
    {
        public IEnumerable<CompletionResult> CompleteArgument(
            string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => [];
    }
}
