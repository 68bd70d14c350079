using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Common;

/// <summary>The answer to work that goes on after it: 202 with the operation's address.</summary>
internal static class OperationAccepted
{
    public const string LocationHeader = "Operation-Location";

    private const string PollSeconds = "1";

    public static string PathOf(Guid operationId) => $"/api/v1/operations/{operationId}";

    public static Accepted<T> Answer<T>(HttpResponse response, Guid operationId, T body)
    {
        var location = PathOf(operationId);
        response.Headers[LocationHeader] = location;
        response.Headers.RetryAfter = PollSeconds;
        return TypedResults.Accepted(location, body);
    }
}
