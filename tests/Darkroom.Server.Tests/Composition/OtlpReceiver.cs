using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Darkroom.Server.Tests.Composition;

/// <summary>Takes in what is exported over OTLP (http/protobuf), and reads the names in it.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = [];

    private OtlpReceiver(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    public bool HasReceived => !_received.IsEmpty;

    /// <summary>Names of the spans that have a string among their attributes.</summary>
    // ExportTraceServiceRequest: resource_spans 1, scope_spans 2, spans 2; Span: name 5.
    public IEnumerable<string> SpansWith(string text) =>
        from span in Messages("/v1/traces", 1, 2, 2)
        where Encoding.UTF8.GetString(span.Span).Contains(text, StringComparison.Ordinal)
        select TextOf(span, 5);

    // ExportMetricsServiceRequest: resource_metrics 1, scope_metrics 2, metrics 2; Metric: name 1.
    public IEnumerable<string> Metrics => Messages("/v1/metrics", 1, 2, 2).Select(metric => TextOf(metric, 1));

    public static async Task<OtlpReceiver> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync(ct);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _received.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }

    /// <summary>What lies at the end of a chain of fields.</summary>
    private IEnumerable<ReadOnlyMemory<byte>> Messages(string path, params int[] fields) => fields.Aggregate(
        _received.Where(r => r.Path == path).Select(r => (ReadOnlyMemory<byte>)r.Body),
        (messages, field) => messages.SelectMany(message => FieldsOf(message).Where(f => f.Number == field).Select(f => f.Value)));

    private static string TextOf(ReadOnlyMemory<byte> message, int field) =>
        Encoding.UTF8.GetString(FieldsOf(message).First(f => f.Number == field).Value.Span);

    /// <summary>The fields of a message that have a length: strings and messages.</summary>
    private static List<(int Number, ReadOnlyMemory<byte> Value)> FieldsOf(ReadOnlyMemory<byte> message)
    {
        var fields = new List<(int, ReadOnlyMemory<byte>)>();
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message.Span, ref at);
            switch (key & 7)
            {
                case 0:
                    Varint(message.Span, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    var length = (int)Varint(message.Span, ref at);
                    fields.Add(((int)(key >> 3), message.Slice(at, length)));
                    at += length;
                    break;
            }
        }

        return fields;
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
