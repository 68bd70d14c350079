namespace Darkroom.Core.Clouds;

/// <summary>A single call to the cloud that was answered or failed. Nothing of what was asked or said is in it, so it can be shown to everybody.</summary>
/// <param name="Action">Service and action as the platform's permissions spell them: <c>ec2:RunInstances</c>.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Took">From its sending to its answer.</param>
/// <param name="RequestId">The platform's own name for the call, which its support asks for; null where no answer came.</param>
/// <param name="Failure">Null when it succeeded.</param>
public sealed record CloudCall(string Action, DateTimeOffset At, TimeSpan Took, string? RequestId, CloudException? Failure)
{
    /// <summary>The platform was only asked whether it would do it.</summary>
    public bool IsDryRun { get; init; }
}
