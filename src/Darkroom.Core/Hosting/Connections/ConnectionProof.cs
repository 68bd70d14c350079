using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Time;

namespace Darkroom.Core.Hosting;

/// <summary>
/// Asks the cloud who the credentials are before a connection is saved, so that a wrong key isn't found in the middle of the first preparation.
/// </summary>
public sealed class ConnectionProof(ICloud cloud, Clock clock)
{
    /// <exception cref="DarkroomException">HypervisorNotContactable, ConnectionCredentialsNotValid; the cloud's own error comes second.</exception>
    internal async Task<ProvenAccess> ProveAsync(ConnectionAccess access, string connectionName, CancellationToken ct)
    {
        var opened = access.ToCloudAccess(connectionName);
        try
        {
            return new ProvenAccess(access, await ShortRetry.RunAsync(clock, () => cloud.IdentifyAsync(opened, ct), ct));
        }
        catch (CloudException e)
        {
            var error = e.IsTransient
                ? HostingErrors.NotContactable.With(access.EndpointOverride ?? access.Place.Address)
                : HostingErrors.CredentialsNotValid.With(e.Error.Message);
            throw new DarkroomException([error with { Detail = e.Error.Detail }, e.Error], e);
        }
    }
}
