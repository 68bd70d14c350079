using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Sessions;

/// <summary>Sends the trace context that a cmdlet was given (W3C Trace Context) with each of its requests.</summary>
internal sealed class TraceHeaders(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly AsyncLocal<(string? Parent, string? State)> Given = new();

    /// <summary>For the requests that are sent from here on in this flow.</summary>
    public static void Set(string? traceParent, string? traceState) => Given.Value = (traceParent, traceState);

    /// <exception cref="ModuleException">No header can have this value.</exception>
    public static void Check(string parameter, string? value)
    {
        if (value?.Any(sign => sign is < ' ' or > '~') == true) throw SessionErrors.TraceMalformed.With(parameter);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Given.Value.Parent is { Length: > 0 } parent)
        {
            request.Headers.TryAddWithoutValidation("traceparent", parent);
            if (Given.Value.State is { Length: > 0 } state)
            {
                request.Headers.TryAddWithoutValidation("tracestate", state);
            }
        }

        return base.SendAsync(request, cancellationToken);
    }
}
