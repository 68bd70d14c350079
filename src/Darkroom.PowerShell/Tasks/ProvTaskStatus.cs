namespace Darkroom.PowerShell.Tasks;

/// <summary>Whether a task is at work. How it has ended is for TaskState to say.</summary>
public enum ProvTaskStatus { Running, Finished }
