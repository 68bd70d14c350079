using Darkroom.Client;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Server.Tests.Concurrency.Model;

namespace Darkroom.Server.Tests.Concurrency;

/// <summary>A plan carried out: the scene, administrators side by side, a look at what has become of it, and the removal of everything.</summary>
internal sealed class Workday(AdministeredServer server, Site site)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Administrator _first = new(0, server.Administrators[0], site);
    private readonly DarkroomClient _client = server.Administrators[0];

    /// <summary>What the rules don't explain of it, or null.</summary>
    public static async Task<string?> WhyNotAsync(AdministeredServer server, Plan plan, Action<Site>? done = null)
    {
        var site = await Site.FoundAsync(server.Administrators[0], server.Places, AdministeredServer.OwnConnection);
        var day = new Workday(server, site);
        await day.SetAsync(plan.Scene);
        await Task.WhenAll(plan.Administrators.Select((wishes, number) => day.WorkAsync(number, wishes)));
        await day.LookAsync();
        await day.ClearAsync();
        done?.Invoke(site);
        return Explanation.WhyNot(site.History);
    }

    private async Task SetAsync(Scene scene)
    {
        await DoAsync(WishKind.CreateVersion);
        if (scene == Scene.Version)
        {
            return;
        }

        await DoAsync(WishKind.AddMaster, one: scene != Scene.Held);
        if (scene == Scene.Master)
        {
            return;
        }

        await DoAsync(WishKind.Prepare, one: true);
        if (scene == Scene.Preparing)
        {
            return;
        }

        await DoAsync(WishKind.AwaitRest);
        if (scene == Scene.Shared)
        {
            await DoAsync(WishKind.Share, place: (int)Unit.Beside);
            await DoAsync(WishKind.AwaitRest);
        }
    }

    private async Task DoAsync(WishKind kind, int place = 0, bool one = false)
    {
        if (site.Resolve(new Wish(kind, 0, place, one, false, 0)) is { } command)
        {
            await _first.DoAsync(command);
        }
    }

    private async Task WorkAsync(int number, Wish[] wishes)
    {
        var administrator = new Administrator(number, server.Administrators[number], site);
        foreach (var wish in wishes)
        {
            if (wish.Pause > 0)
            {
                await Task.Delay(wish.Pause, Ct);
            }

            if (site.Resolve(wish) is not { } command)
            {
                continue;
            }

            if (command is Retry { Operation: var unfinished } && wish.One)
            {
                await administrator.DoAsync(new AwaitRest(unfinished));
            }

            await administrator.DoAsync(command);
        }
    }

    /// <summary>Waits until nothing is at work, and reads what is there.</summary>
    private async Task LookAsync()
    {
        foreach (var operation in site.Operations)
        {
            await _first.DoAsync(new AwaitRest(operation));
        }

        await _first.ReadAsync(new LookAtAll(), async () => new Seen(await ViewAsync()));
        await _first.ReadAsync(new LookAtAccount(), () => Task.FromResult<Answer>(new InAccount(PreparationsOf("image"), PreparationsOf("snapshot"))));
    }

    /// <summary>Removes what is there in the order in which the rules let it go.</summary>
    private async Task ClearAsync()
    {
        foreach (var spec in (await SpecsAsync()).OrderByDescending(s => s.IsPrepared))
        {
            await _first.DoAsync(new RemoveSpec(spec.ImageVersionSpecUid, true, false));
            await _first.DoAsync(new AwaitRest(site.Operations[^1]));
        }

        foreach (var operation in site.Operations)
        {
            if ((await _client.Operations.GetAsync(operation, Ct)).State == OperationState.Held)
            {
                await _first.DoAsync(new Discard(operation));
                await _first.DoAsync(new AwaitRest(operation));
            }
        }

        foreach (var version in await VersionsAsync())
        {
            await _first.DoAsync(new RemoveVersion(version));
        }

        await _first.DoAsync(new RemoveDefinition());
        foreach (var unit in Enum.GetValues<Unit>())
        {
            await _first.DoAsync(new RemoveUnit(unit));
        }

        await LookAsync();
    }

    private async Task<string> ViewAsync()
    {
        var units = (await _client.HostingUnits.ListAsync($"* of {site.Definition}", pageSize: 100, ct: Ct)).Items
            .Select(unit => Enum.Parse<Unit>(unit.HostingUnitName.Split(' ')[0]));
        var specs = (await SpecsAsync())
            .Select(spec => (spec.ImageVersionSpecUid, spec.ImageVersionSpecStatus, spec.HostingUnits.Where(u => !u.IsPrimary).Select(u => (Enum.Parse<Unit>(u.HostingUnitName.Split(' ')[0]), u.Status))));
        var definitions = await _client.ImageDefinitions.ListAsync(site.Definition, ct: Ct);
        return LookAtAll.View(definitions.Items.Count == 1, await VersionsAsync(), units, specs);
    }

    private async Task<IReadOnlyList<ImageVersionSpecDto>> SpecsAsync() => (await _client.ImageVersionSpecs.ListAsync(site.Definition, pageSize: 100, ct: Ct)).Items;

    private async Task<IEnumerable<int>> VersionsAsync() =>
        (await _client.ImageVersions.ListAllAsync(site.Definition, pageSize: 100, ct: Ct)).Items.Select(version => version.ImageVersionNumber);

    private HashSet<Guid> PreparationsOf(string type) => [.. server.Added().Where(r => r.Type == type).Select(AdministeredServer.PreparationOf).Where(site.Operations.Contains)];
}
