using Darkroom.Core.Errors;

namespace Darkroom.Core.Clouds;

/// <summary>A call to the cloud failed.</summary>
/// <param name="error">The catalogued error; its Detail has the cloud's own words.</param>
/// <param name="transient">Trying again later may help: throttling, server faults other than capacity, not visible yet.</param>
/// <param name="retryAfter">The cloud's hint when to try again.</param>
public sealed class CloudException(Error error, bool transient, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(error.Message, inner)
{
    public Error Error => error;

    public bool IsTransient => transient;

    public TimeSpan? RetryAfter => retryAfter;
}
