using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Simulator.Control;
using Darkroom.Testing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Darkroom.Server.Tests.Composition;

/// <summary>What a collector gets to see.</summary>
[Trait("Suite", "full")]
public sealed class TelemetryTests
{
    private static readonly string[] Figures =
    [
        "darkroom.operation.queue.duration", "darkroom.step.duration", "darkroom.cloud.call.duration", "darkroom.cloud.throttles", "darkroom.cloud.tokens",
    ];

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preparation_is_exported_as_spans_of_steps_and_cloud_calls_and_as_figures()
    {
        await using var collector = await OtlpReceiver.StartAsync(Ct);
        await using var server = await StartAsync(collector, collector.Url.ToString());
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(server.Operator, "office", Ct);
        server.Simulator.Faults.Add(new Fault("CreateImage", FaultEffect.ErrorBefore, Skip: 1, Count: 1, ErrorCode: "RequestLimitExceeded", ErrorStatus: 503));
        var started = await server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: Ct);
        (await server.WaitForOperationAsync(started.OperationId)).State.Should().Be(OperationState.Succeeded);
        var account = server.Simulator.Principals[0].AccountId;

        await Poll.UntilAsync(
            () => Task.FromResult(collector.SpansWith(started.OperationId.ToString()).ToHashSet()),
            spans => spans.IsSupersetOf(["PrepareImage.CheckPrerequisites", "PrepareImage.StartPreparationInstance", "PrepareImage.PublishImage"]));
        await Poll.UntilAsync(() => Task.FromResult(collector.SpansWith(account).ToHashSet()), spans => spans.IsSupersetOf(["ec2:RunInstances", "ec2:CreateImage"]));
        await Poll.UntilAsync(() => Task.FromResult(collector.Metrics.ToHashSet()), names => names.IsSupersetOf(Figures));
    }

    [Fact]
    public async Task Without_a_collectors_address_nothing_is_collected_or_sent()
    {
        await using var collector = await OtlpReceiver.StartAsync(Ct);
        await using var server = await StartAsync(collector, " ");

        await DemoScene.HostingUnitAsync(server.Administrator, Ct);

        server.Services.GetService<TracerProvider>().Should().BeNull();
        server.Services.GetService<MeterProvider>().Should().BeNull();
        collector.HasReceived.Should().BeFalse();
    }

    /// <summary>A server whose exporter would send at once; the collector's address for each signal is set in any case.</summary>
    private static Task<DarkroomServer> StartAsync(OtlpReceiver collector, string endpoint) => DarkroomServer.StartAsync(change: s => s with
    {
        Configuration = new Dictionary<string, string?>(s.Configuration)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint,
            ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = new Uri(collector.Url, "v1/traces").ToString(),
            ["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"] = new Uri(collector.Url, "v1/metrics").ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        },
    });
}
