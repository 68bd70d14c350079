namespace Darkroom.Contracts.Operations;

/// <summary>What a preparation instance has printed on its serial port.</summary>
public sealed record OperationConsoleDto
{
    public required string InstanceId { get; init; }

    /// <summary>
    /// The end of it, 65,536 characters at most. Control sequences are left out, and so is a password that Windows prints. Empty where the cloud has
    /// nothing yet.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>True: read from the instance for this answer, or seconds before. False: the instance is gone, and this was kept of it.</summary>
    public required bool IsLive { get; init; }
    public required DateTimeOffset ReadAt { get; init; }
}
