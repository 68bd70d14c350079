namespace Darkroom.PowerShell.Tasks;

/// <summary>Whether a task is at work, in the words of its workflow.</summary>
public enum ProvWorkflowStatus { Running, Completed }
