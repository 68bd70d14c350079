using System.Management.Automation;
using Darkroom.Client.Http;

namespace Darkroom.PowerShell.Errors;

/// <summary>Errors of task cmdlets under the names that the reference gives them; the exception's problem is the server's in all else.</summary>
public static class TaskErrors
{
    /// <summary>There is no such task, or it isn't one that this can be done to.</summary>
    public const string InvalidWorkflow = "InvalidWorkflow";

    /// <summary>The task hasn't come to where this can be done to it.</summary>
    public const string InvalidWorkflowState = "InvalidWorkflowState";

    /// <summary>There is no such object.</summary>
    public const string UnknownObject = "UnknownObject";

    public static readonly ModuleError MetadataThere = new(
        "DuplicateObject", ErrorCategory.ResourceExists, "Task {0} has metadata named '{1}' already.", "Change it with Set-ProvTaskMetadata, or choose another name.");

    /// <summary>Makes a call, and gives the server's codes the reference's names.</summary>
    internal static void Named(Action call, params (string Server, string Reference)[] names)
    {
        try
        {
            call();
        }
        catch (DarkroomProblemException e) when (names.FirstOrDefault(name => name.Server == e.Code).Reference is { } reference)
        {
            throw new DarkroomProblemException(e.Problem.InTaskWords() with { Code = reference });
        }
    }
}
