using System.Diagnostics;
using System.Globalization;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Crash;

/// <summary>The server is killed with <c>kill -9</c> at random moments of preparations, started again on its data folder, and killed again.</summary>
[Trait("Suite", "full")]
public sealed class KillTests(ITestOutputHelper output)
{
    private const string SeedVariable = "DARKROOM_KILL_SEED";
    private const int KillsInEachStep = 3;
    private const int AtOnce = 4;
    private static readonly TimeSpan EndBound = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Thirty_kills_spread_over_all_steps_lose_nothing_double_nothing_and_leave_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are frozen through Linux's signals and /proc.");
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        Say($"Seed {seed}; {SeedVariable}={seed} draws the same moments again.");
        using var folder = new TestFolder();
        await using var account = await PreparationsUnderFire.StartAsync();
        var kills = new Kills(KillsInEachStep);
        using var log = new StepLog(folder.Data.DatabaseFile);
        var began = Stopwatch.GetTimestamp();
        using var shooting = new Shooting(folder.Data.Path, account, log, kills, new Random(seed));

        await shooting.RunAsync(AtOnce);
        Say($"{kills.Table()}\n{account.Started.Count} preparations, {shooting.Misses} misses, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s of killing.");

        kills.Total.Should().BeGreaterThanOrEqualTo(30);
        Kills.StepNames().Should().OnlyContain(step => kills.In(step) >= 2);
        await EndAllAsync(account, shooting.Server);
        log.Read();
        foreach (var started in account.Started)
        {
            await CheckAsync(started, account, shooting.Server, log);
        }

        await CheckAccountAsync(account, shooting.Server);
    }

    private static async Task EndAllAsync(PreparationsUnderFire account, ServerProcess server)
    {
        var operations = server.Client.Operations;
        foreach (var started in account.Started)
        {
            var operation = await Poll.UntilAsync(
                () => operations.GetAsync(started.OperationId),
                o => o.State is not (OperationState.Pending or OperationState.Running or OperationState.Undoing),
                EndBound);
            operation.State.Should().BeOneOf([OperationState.Succeeded, OperationState.Held], "{0}", operation.Error?.Message);
            if (operation.State == OperationState.Held)
            {
                await operations.DiscardAsync(started.OperationId);
                (await Poll.UntilAsync(() => operations.GetAsync(started.OperationId), o => o.State != OperationState.Undoing, EndBound)).State.Should().Be(OperationState.Failed);
            }
        }
    }

    /// <summary>No step was done twice, one instance was launched, and the image of a success is the only one.</summary>
    private async Task CheckAsync(PreparationStartedDto started, PreparationsUnderFire account, ServerProcess server, StepLog log)
    {
        var operation = await server.Client.Operations.GetAsync(started.OperationId);
        var done = log.Events.Where(e => e.Operation == started.OperationId && e.Kind == "StepSucceeded").Select(e => e.Step).ToList();
        done.Should().OnlyHaveUniqueItems();
        account.MadeBy(started.OperationId, "instance").Should().HaveCountLessThanOrEqualTo(1);
        var spec = await server.Client.ImageVersionSpecs.GetAsync(started.ImageVersionSpecUid);
        if (operation.State == OperationState.Succeeded)
        {
            done.Should().Equal(Kills.StepNames());
            spec.ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Success);
            account.MadeBy(started.OperationId, "instance").Should().ContainSingle();
            account.MadeBy(started.OperationId, "image").Should().ContainSingle().Which.Id.Should().Be(spec.ImageId);
            account.MadeBy(started.OperationId, "snapshot").Should().HaveSameCount(account.MadeBy(account.Started[0].OperationId, "snapshot")).And.NotBeEmpty();
        }
        else
        {
            Say($"Held and discarded: {operation.Error?.Code}: {operation.Error?.Message}");
            spec.ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Failed);
        }
    }

    /// <summary>After one sweep the account holds images, their snapshots and the isolation group, and nothing else.</summary>
    private static async Task CheckAccountAsync(PreparationsUnderFire account, ServerProcess server)
    {
        var succeeded = (await server.Client.Operations.ListAsync(state: OperationState.Succeeded, pageSize: 100)).Items;
        await Poll.UntilAsync(() => Task.FromResult(account.Added()), all => all.All(r => r.State != "shutting-down"));
        (await server.Client.Sweeps.RunAsync()).Should().ContainSingle().Which.Reported.Should().BeEmpty();

        var left = await Poll.UntilAsync(
            () => Task.FromResult(account.Added().Where(r => r.State != "terminated").ToList()), all => all.TrueForAll(r => r.State != "shutting-down"));
        left.Should().OnlyContain(r => r.Type == "image" || r.Type == "snapshot" || r.Type == "security-group");
        left.Count(r => r.Type == "security-group").Should().Be(1);
        left.Where(r => r.Type == "image").Select(r => Guid.Parse(r.Tags[ResourceTags.OperationTag])).Should().BeEquivalentTo(succeeded.Select(o => o.OperationId));
        left.Where(r => r.Type == "snapshot").Should().OnlyContain(r => succeeded.Any(o => o.OperationId == Guid.Parse(r.Tags[ResourceTags.OperationTag])));
    }

    private void Say(string text)
    {
        output.WriteLine(text);
        Console.WriteLine(text);
    }
}
