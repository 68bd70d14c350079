using System.Runtime.CompilerServices;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Composition;

[Trait("Suite", "full")]
public sealed class StoppedServerTests
{
    [Fact]
    public async Task A_server_that_has_stopped_is_kept_in_memory_by_nothing()
    {
        var services = await StartAndStopAsync();

        await Poll.UntilAsync(
            () =>
            {
                GC.Collect();
                return Task.FromResult(services.IsAlive);
            },
            alive => !alive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> StartAndStopAsync()
    {
        await using var server = await DarkroomServer.StartAsync();
        (await server.Reader.Operations.ListAsync(ct: TestContext.Current.CancellationToken)).Items.Should().BeEmpty();
        return new WeakReference(server.Services);
    }
}
