using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Darkroom.Server.Composition;

/// <summary>OpenTelemetry, only where OTEL_EXPORTER_OTLP_ENDPOINT names somebody to send to.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Ours = "Darkroom.*";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("darkroom", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(tracing => tracing.AddSource(Ours).AddAspNetCoreInstrumentation().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Ours).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter())
            .WithLogging(logs => logs.AddOtlpExporter(), options => options.IncludeScopes = true);
    }
}
