using Darkroom.Core.Errors;

namespace Darkroom.Core.Clouds;

/// <summary>
/// A call to the cloud failed. It has no inner exception: a platform's own may repeat a signed request with its session
/// token, and whoever catches this one logs it whole.
/// </summary>
/// <param name="error">The catalogued error; its Detail has the cloud's own words.</param>
/// <param name="transient">Trying again later may help: throttling, server faults other than capacity, not visible yet.</param>
/// <param name="retryAfter">The cloud's hint when to try again.</param>
public sealed class CloudException(Error error, bool transient, TimeSpan? retryAfter = null) : Exception(error.Message)
{
    public Error Error => error;

    public bool IsTransient => transient;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>The platform's own error code; null where no answer with one came.</summary>
    public string? CloudCode { get; init; }

    /// <summary>The action that the principal isn't permitted; null where the failure is another.</summary>
    public string? DeniedAction { get; init; }
}
