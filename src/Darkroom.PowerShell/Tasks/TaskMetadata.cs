namespace Darkroom.PowerShell.Tasks;

/// <summary>A name and a value that administrators keep beside a task.</summary>
public sealed class TaskMetadata
{
    internal TaskMetadata(string name, string value) => (Name, Value) = (name, value);

    public string Name { get; }

    public string Value { get; }

    /// <summary>As <c>-Metadata</c> and filters compare it: <c>name:value</c>.</summary>
    public override string ToString() => $"{Name}:{Value}";
}
