namespace Darkroom.PowerShell.Tests.Filtering;

public enum Phase { First, Second, Third }

/// <summary>An object with a member of each kind.</summary>
public class Sample
{
    public string? Name { get; init; }

    public int Count { get; init; }

    public long? Size { get; init; }

    public bool Ready { get; init; }

    public Phase Phase { get; init; }

    public Guid Uid { get; init; }

    public DateTime Made { get; init; }

    public string[] Tags { get; init; } = [];

    public string[] Capabilities { get; init; } = [];

    public System.Collections.Hashtable Metadata { get; init; } = [];
}

/// <summary>What a list of samples may hold as well.</summary>
public sealed class RicherSample : Sample
{
    public string? More { get; init; }
}
