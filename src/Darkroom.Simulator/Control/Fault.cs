namespace Darkroom.Simulator.Control;

/// <summary>What a fault does to a call.</summary>
public enum FaultEffect
{
    /// <summary>The error is answered and nothing happens.</summary>
    ErrorBefore,

    /// <summary>The call takes effect, then the error is answered.</summary>
    ErrorAfter,

    /// <summary>The call takes effect, then the connection closes without an answer.</summary>
    DropResponse,

    /// <summary>The connection closes and nothing happens.</summary>
    Close,

    /// <summary>The call is answered as usual, later.</summary>
    Delay,
}

/// <summary>A scripted fault. It counts the calls that match it, lets some pass, then hits some.</summary>
/// <param name="Action">The call, with wildcards: <c>RunInstances</c>, <c>Describe*</c>, <c>*</c>.</param>
/// <param name="Effect">What happens.</param>
/// <param name="Skip">How many matching calls pass before the first hit.</param>
/// <param name="Count">How many calls are hit; null for all from then on.</param>
/// <param name="AccountId">Only this account's calls.</param>
/// <param name="Region">Only this Region's calls.</param>
/// <param name="Principal">Only this principal's calls, by name.</param>
/// <param name="Parameters">Only calls whose parameters have these values, with wildcards, by their name on the wire.</param>
/// <param name="ErrorCode">The error answered by the error effects.</param>
/// <param name="ErrorMessage">Its message.</param>
/// <param name="ErrorStatus">Its HTTP status.</param>
/// <param name="DelaySeconds">How long a delay lasts, in simulated seconds.</param>
public sealed record Fault(
    string Action, FaultEffect Effect, int Skip = 0, int? Count = null, string? AccountId = null, string? Region = null, string? Principal = null,
    IReadOnlyDictionary<string, string>? Parameters = null, string ErrorCode = "InternalError",
    string ErrorMessage = "An internal error has occurred", int ErrorStatus = 500, double DelaySeconds = 0);
