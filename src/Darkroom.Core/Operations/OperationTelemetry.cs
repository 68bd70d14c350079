using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Darkroom.Core.Operations;

/// <summary>Spans and figures of operations: a span a step, how long operations queue and how long steps take. Times are of Darkroom's clock.</summary>
public static class OperationTelemetry
{
    public const string SourceName = "Darkroom.Operations";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);

    private static readonly Histogram<double> Queued =
        Meter.CreateHistogram<double>("darkroom.operation.queue.duration", "s", "From the request for an operation to its first step");

    private static readonly Histogram<double> Steps =
        Meter.CreateHistogram<double>("darkroom.step.duration", "s", "From a step's beginning to its outcome, waiting and repeats included");

    internal static Activity? StartStep(Operation operation, string step) => Source.StartActivity($"{operation.Kind}.{step}")
        ?.SetTag("darkroom.operation", operation.Id)
        .SetTag("darkroom.attempt", operation.Attempt);

    internal static void Began(Operation operation, DateTimeOffset now) =>
        Queued.Record((now - operation.CreatedAt).TotalSeconds, new KeyValuePair<string, object?>("kind", operation.Kind));

    internal static void StepEnded(Operation operation, StepRecord step, string outcome, DateTimeOffset now) => Steps.Record(
        (now - (step.StartedAt ?? now)).TotalSeconds, new("kind", operation.Kind), new("step", step.Name), new("outcome", outcome));
}
