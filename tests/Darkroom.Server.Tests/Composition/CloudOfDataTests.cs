using Darkroom.Contracts.Hosting;
using Darkroom.Core.Hosting;
using Darkroom.Core.Storage;
using Darkroom.Server.Composition;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Composition;

/// <summary>What was connected to a simulated account means nothing to AWS, and the other way round.</summary>
[Trait("Suite", "full")]
public sealed class CloudOfDataTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Data_of_a_simulated_account_is_not_served_on_AWS()
    {
        await using var server = await DarkroomServer.StartAsync();
        await server.Administrator.Connections.CreateAsync(new CreateConnectionRequest { HypervisorConnectionName = "demo", Region = "us-east-1" }, ct: Ct);

        await server.RestartAsync(async () =>
        {
            var refused = await RefusedAsync(server.Settings with { Simulate = false, ClockScale = 1 });
            refused.Message.Should().Contain(server.Settings.Data.Path).And.Contain("simulated");
            refused.Remedy.Should().Contain("--simulate").And.Contain("--data");
        });

        (await server.Reader.Connections.ListAsync(ct: Ct)).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Data_of_real_accounts_is_not_served_on_a_simulator()
    {
        await using var server = await DarkroomServer.StartAsync(change: settings => settings with { Simulate = false, ClockScale = 1 });
        await using (var db = await server.Services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync(Ct))
        {
            db.Connections.Add(new HypervisorConnection
            {
                Name = "production",
                ConnectionType = "AmazonWorkSpacesCore",
                PluginId = "AmazonWorkSpacesCoreMachineManagerFactory",
                Address = "https://workspaces-instances.us-east-1.api.aws",
                Region = "us-east-1",
                AccountId = "111122223333",
                PrincipalArn = "arn:aws:iam::111122223333:user/darkroom",
                MaintenanceMode = true,
            });
            await db.SaveChangesAsync(Ct);
        }

        // As data from before this was kept: a start on AWS is what tells.
        await ForgetAsync(server);
        await server.RestartAsync();
        await server.RestartAsync(async () =>
            (await RefusedAsync(server.Settings with { Simulate = true })).Remedy.Should().Contain("without --simulate").And.Contain("--data"));
    }

    [Fact]
    public async Task As_long_as_nothing_is_connected_the_cloud_may_still_be_chosen()
    {
        await using var server = await DarkroomServer.StartAsync(change: settings => settings with { Simulate = false, ClockScale = 1 });

        await server.RestartAsync(async () => await (await RunningServer.StartAsync(server.Settings with { Simulate = true }, Ct)).DisposeAsync());
    }

    [Fact]
    public async Task Data_from_before_this_was_kept_is_told_by_its_simulated_account_and_not_taken_on_a_guess()
    {
        await using var server = await DarkroomServer.StartAsync();
        await server.Administrator.Connections.CreateAsync(new CreateConnectionRequest { HypervisorConnectionName = "demo", Region = "us-east-1" }, ct: Ct);
        await ForgetAsync(server);

        await server.RestartAsync(async () =>
        {
            await File.WriteAllTextAsync(server.Settings.Data.SimulatedAwsFile, "", Ct);
            (await RefusedAsync(server.Settings with { Simulate = false, ClockScale = 1 })).Remedy.Should().Contain("move that file away");
            File.Delete(server.Settings.Data.SimulatedAwsFile);
        });

        await server.RestartAsync();
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync(Ct);
        (await db.ServiceSettings.AnyAsync(setting => setting.Name == "Cloud", Ct)).Should().BeFalse("nobody knows where the connections lead");
    }

    private static async Task ForgetAsync(DarkroomServer server)
    {
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync(Ct);
        await db.ServiceSettings.Where(setting => setting.Name == "Cloud").ExecuteDeleteAsync(Ct);
    }

    private static async Task<StartRefusedException> RefusedAsync(ServerSettings settings) =>
        (await FluentActions.Awaiting(() => RunningServer.StartAsync(settings, Ct)).Should().ThrowAsync<StartRefusedException>()).Which;
}
