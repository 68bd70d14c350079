using System.Diagnostics;

namespace Darkroom.Core.Operations;

/// <summary>Spans of operations: one a step.</summary>
public static class OperationTelemetry
{
    public const string SourceName = "Darkroom.Operations";

    private static readonly ActivitySource Source = new(SourceName);

    internal static Activity? StartStep(Operation operation, string step) => Source.StartActivity($"{operation.Kind}.{step}")
        ?.SetTag("darkroom.operation", operation.Id)
        .SetTag("darkroom.attempt", operation.Attempt);
}
