using System.Text;
using Darkroom.Contracts.Access;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>A request in a form that prints whole, so that a failure can be sent again by hand.</summary>
/// <param name="Target">Path and query, as they go over the wire.</param>
internal sealed record Sent(
    HttpMethod Method,
    string Target,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    string? Body,
    string ContentType = "application/json",
    Role? As = Role.Administrator)
{
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Target);
        if (Body is not null)
        {
            message.Content = new StringContent(Body, Encoding.UTF8, ContentType);
        }

        foreach (var (name, value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    public override string ToString()
    {
        var headers = string.Concat(Headers.Select(header => $"\n  {header.Key}: {header.Value}"));
        return $"{Method} {Target} as {As?.ToString() ?? "nobody"}{headers}{(Body is null ? "" : $"\n  {ContentType}: {Body}")}";
    }
}
