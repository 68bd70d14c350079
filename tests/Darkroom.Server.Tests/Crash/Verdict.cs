using Darkroom.Client.Http;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Crash;

/// <summary>What is held against a server that was killed again and again: that everything ends, nothing was doubled, and nothing is left.</summary>
internal sealed class Verdict(AccountUnderFire account, Shooting shooting, StepLog log, Action<string> say)
{
    private static readonly TimeSpan EndBound = TimeSpan.FromMinutes(3);

    private readonly ServerProcess _server = shooting.Server;

    /// <summary>Every operation succeeds or is held, and the held ones can be discarded.</summary>
    /// <param name="mayFail">Which kinds may fail as well.</param>
    public async Task EndAllAsync(Func<string, bool>? mayFail = null)
    {
        foreach (var begun in shooting.Started)
        {
            await EndAsync(begun.Operation, mayFail?.Invoke(begun.Kind) ?? false);
        }

        log.Read();
    }

    /// <summary>The operation succeeds; a preparation may be held, and is discarded then.</summary>
    public async Task EndAsync(Guid id, bool mayFail = false)
    {
        var operations = _server.Client.Operations;
        var kind = shooting.Started.Single(begun => begun.Operation == id).Kind;
        var operation = await Poll.UntilAsync(
            () => operations.GetAsync(id), o => o.State is not (OperationState.Pending or OperationState.Running or OperationState.Undoing), EndBound);
        OperationState[] expected = kind == "PrepareImage" ? [OperationState.Succeeded, OperationState.Held] : [OperationState.Succeeded];
        expected = mayFail ? [.. expected, OperationState.Failed] : expected;
        operation.State.Should().BeOneOf(expected, "{0}: {1}", kind, operation.Error?.Message);
        if (operation.State == OperationState.Held)
        {
            say($"Held and discarded: {operation.Error?.Code}: {operation.Error?.Message}");
            await operations.DiscardAsync(id);
            (await Poll.UntilAsync(() => operations.GetAsync(id), o => o.State != OperationState.Undoing, EndBound)).State.Should().Be(OperationState.Failed);
        }
    }

    /// <summary>No step was done twice, and each spec is what its operations in their order make of it.</summary>
    public async Task CheckOperationsAsync()
    {
        foreach (var begun in shooting.Started)
        {
            var succeeded = (await _server.Client.Operations.GetAsync(begun.Operation)).State == OperationState.Succeeded;
            var done = log.Events.Where(e => e.Operation == begun.Operation && e.Kind == "StepSucceeded").Select(e => e.Step).ToList();
            done.Should().OnlyHaveUniqueItems();
            account.MadeBy(begun.Operation, "instance").Should().HaveCountLessThanOrEqualTo(1, "a preparation launches one instance");
            if (succeeded)
            {
                done.Should().Equal(Kills.StepsOf(begun.Kind));
                account.MadeBy(begun.Operation, "instance").Should().HaveCount(begun.Kind == "PrepareImage" ? 1 : 0);
            }
        }

        foreach (var career in shooting.Started.GroupBy(begun => begun.Spec))
        {
            await CheckSpecAsync([.. career]);
        }
    }

    /// <summary>After one sweep the account holds the images of specs that stay, their snapshots and the isolation group, and nothing else.</summary>
    public async Task CheckAccountAsync()
    {
        await Poll.UntilAsync(() => Task.FromResult(account.Added()), all => all.All(r => r.State != "shutting-down"));
        (await _server.Client.Sweeps.RunAsync()).Should().ContainSingle().Which.Reported.Should().BeEmpty("a sweep explains everything");

        var left = await Poll.UntilAsync(
            () => Task.FromResult(account.Added().Where(r => r.State != "terminated").ToList()), all => all.TrueForAll(r => r.State != "shutting-down"));
        left.Should().OnlyContain(r => r.Type == "image" || r.Type == "snapshot" || r.Type == "security-group");
        left.Count(r => r.Type == "security-group").Should().Be(1);
        var stays = (await SpecsAsync()).Where(s => s.ImageVersionSpecStatus == ImageVersionSpecStatus.Success).ToList();
        left.Where(r => r.Type == "image").Select(r => r.Id).Should().BeEquivalentTo(stays.Select(s => s.ImageId));
        var snapshotsOf = left.Where(r => r.Type == "snapshot").Select(r => Guid.Parse(r.Tags[ResourceTags.OperationTag])).ToLookup(operation => operation);
        snapshotsOf.Select(snapshots => (Guid?)snapshots.Key).Should().BeEquivalentTo(stays.Select(s => s.OperationId));
        snapshotsOf.Select(snapshots => snapshots.Count()).Distinct().Should().HaveCountLessThanOrEqualTo(1, "each image has as many snapshots as the next");
    }

    private async Task CheckSpecAsync(IReadOnlyList<Begun> career)
    {
        var preparation = await _server.Client.Operations.GetAsync(career[0].Operation);
        ImageVersionSpecDto? spec = null;
        try
        {
            spec = await _server.Client.ImageVersionSpecs.GetAsync(career[0].Spec);
        }
        catch (DarkroomProblemException e) when (e.Code == "ImageVersionSpecNotFound")
        {
        }

        if (career[^1].Kind == "RemoveImage")
        {
            spec.Should().BeNull("its removal succeeded");
            return;
        }

        var shares = spec!.HostingUnits.Where(unit => !unit.IsPrimary).Select(unit => unit.Status);
        if (preparation.State != OperationState.Succeeded)
        {
            spec.ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Failed);
            return;
        }

        spec.ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Success);
        account.MadeBy(preparation.OperationId, "image").Should().ContainSingle().Which.Id.Should().Be(spec.ImageId);
        shares.Should().Equal(career[^1].Kind == "ShareImage" ? [ImageShareStatus.Success] : []);
    }

    private async Task<IReadOnlyList<ImageVersionSpecDto>> SpecsAsync()
    {
        var specs = new List<ImageVersionSpecDto>();
        string? page = null;
        do
        {
            var read = await _server.Client.ImageVersionSpecs.ListAsync(isPrepared: true, pageSize: 100, pageToken: page);
            specs.AddRange(read.Items);
            page = read.NextPageToken;
        }
        while (page is not null);
        return specs;
    }
}
