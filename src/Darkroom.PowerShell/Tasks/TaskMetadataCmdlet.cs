using System.Collections;
using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Tasks;

/// <summary>A cmdlet that changes what administrators keep beside a task.</summary>
public abstract class TaskMetadataCmdlet : ChangingCmdlet
{
    /// <summary>The parameter set with one name.</summary>
    protected const string ByName = "Name";

    /// <summary>The parameter set with a table.</summary>
    protected const string ByMap = "Map";

    /// <summary>The task.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid TaskId { get; set; }

    /// <summary>Sends the changes: a value sets its name, null removes it.</summary>
    /// <param name="action">For ShouldProcess.</param>
    protected void Change(string action, IReadOnlyDictionary<string, string?> changes)
    {
        if (ShouldProcess($"Task {TaskId}", $"{action} metadata {string.Join(", ", changes.Keys)}"))
        {
            TaskErrors.Named(
                () => Call(ct => Client.Operations.UpdateMetadataAsync(TaskId, changes, Context, ct)), ("OperationNotFound", TaskErrors.UnknownObject));
        }
    }

    /// <summary>The names and values given, in either way.</summary>
    protected IReadOnlyDictionary<string, string?> Given(string name, string? value, Hashtable? map) =>
        ParameterSetName == ByName
            ? new Dictionary<string, string?> { [name] = value ?? "" }
            : (Texts.OrNone(map) ?? new Dictionary<string, string>()).ToDictionary(entry => entry.Key, string? (entry) => entry.Value);
}
