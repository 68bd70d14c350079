using System.Collections.Concurrent;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Darkroom.Server.Tests.Operations;

/// <summary>What somebody who reads the server's log learns of an operation.</summary>
public sealed class LogLineTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_log_tells_an_operations_steps_and_failure_with_its_id()
    {
        await using var server = await DarkroomServer.StartAsync(change: settings => settings with
        {
            Configuration = new Dictionary<string, string?>(settings.Configuration) { ["Logging:LogLevel:Default"] = "Information" },
        });
        using var lines = new Lines();
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(server.Operator, "old", Ct, "win10-2303-ami (ami-0a2303000000000a1).template");

        var started = await server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: Ct);
        var operation = await server.WaitForOperationAsync(started.OperationId);

        operation.State.Should().Be(OperationState.Held);
        var told = lines.Said.Where(line => line.Text.Contains(started.OperationId.ToString(), StringComparison.Ordinal)).ToList();
        told.Should().Contain(line => line.Level == LogLevel.Information && line.Text.Contains("CheckPrerequisites", StringComparison.Ordinal));
        told.Should().ContainSingle(line => line.Level == LogLevel.Warning && line.Text.Contains($"JudgeGuest failed with {operation.Error!.Code}", StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(LogLevel Level, string Text)> Said { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Enqueue((logLevel, formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
