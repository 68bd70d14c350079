using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Crash;

/// <summary>What is held against a server that was killed again and again: that everything ends, nothing was doubled, and nothing is left.</summary>
internal sealed class Verdict(PreparationsUnderFire account, ServerProcess server, StepLog log, Action<string> say)
{
    private static readonly TimeSpan EndBound = TimeSpan.FromMinutes(3);

    /// <summary>Every preparation succeeds or is held, and the held ones can be discarded.</summary>
    public async Task EndAllAsync()
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

        log.Read();
    }

    /// <summary>No step was done twice, one instance was launched, and the image of a success is the only one.</summary>
    public async Task CheckPreparationsAsync()
    {
        foreach (var started in account.Started)
        {
            await CheckAsync(started);
        }
    }

    /// <summary>After one sweep the account holds images, their snapshots and the isolation group, and nothing else.</summary>
    public async Task CheckAccountAsync()
    {
        var succeeded = (await server.Client.Operations.ListAsync(state: OperationState.Succeeded, pageSize: 100)).Items;
        await Poll.UntilAsync(() => Task.FromResult(account.Added()), all => all.All(r => r.State != "shutting-down"));
        (await server.Client.Sweeps.RunAsync()).Should().ContainSingle().Which.Reported.Should().BeEmpty("a sweep explains everything");

        var left = await Poll.UntilAsync(
            () => Task.FromResult(account.Added().Where(r => r.State != "terminated").ToList()), all => all.TrueForAll(r => r.State != "shutting-down"));
        left.Should().OnlyContain(r => r.Type == "image" || r.Type == "snapshot" || r.Type == "security-group");
        left.Count(r => r.Type == "security-group").Should().Be(1);
        left.Where(r => r.Type == "image").Select(r => Guid.Parse(r.Tags[ResourceTags.OperationTag])).Should().BeEquivalentTo(succeeded.Select(o => o.OperationId));
        left.Where(r => r.Type == "snapshot").Should().OnlyContain(r => succeeded.Any(o => o.OperationId == Guid.Parse(r.Tags[ResourceTags.OperationTag])));
    }

    private async Task CheckAsync(PreparationStartedDto started)
    {
        var operation = await server.Client.Operations.GetAsync(started.OperationId);
        var done = log.Events.Where(e => e.Operation == started.OperationId && e.Kind == "StepSucceeded").Select(e => e.Step).ToList();
        done.Should().OnlyHaveUniqueItems();
        account.MadeBy(started.OperationId, "instance").Should().HaveCountLessThanOrEqualTo(1, "a preparation launches one instance");
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
            say($"Held and discarded: {operation.Error?.Code}: {operation.Error?.Message}");
            spec.ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Failed);
        }
    }
}
