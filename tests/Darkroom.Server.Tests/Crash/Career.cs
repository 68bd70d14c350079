using Darkroom.Client;
using Darkroom.Contracts.Images;

namespace Darkroom.Server.Tests.Crash;

/// <summary>An operation that was started, on which prepared spec.</summary>
internal sealed record Begun(string Kind, Guid Operation, Guid Spec);

/// <summary>
/// One prepared spec from its making to its end: prepared, shared and unshared a few times, removed with a share. The next operation begins when the one
/// before has come to rest; where that isn't a success, the career is over.
/// </summary>
internal sealed class Career
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly Queue<string> _toCome = new(["PrepareImage", "ShareImage", "UnshareImage", "ShareImage", "UnshareImage", "ShareImage", "RemoveImage"]);

    public Begun? Latest { get; private set; }

    public bool IsOver => _toCome.Count == 0;

    /// <summary>Ends it here.</summary>
    public void GiveUp() => _toCome.Clear();

    public async Task<Begun> GoOnAsync(DarkroomClient client)
    {
        var kind = _toCome.Dequeue();
        Latest = kind switch
        {
            "PrepareImage" => await AccountUnderFire.PrepareAsync(client),
            "ShareImage" => Of(kind, await client.ImageShares.ShareAsync(Latest!.Spec, AccountUnderFire.Other, ct: Ct)),
            "UnshareImage" => Of(kind, await client.ImageShares.UnshareAsync(Latest!.Spec, AccountUnderFire.Other, ct: Ct)),
            _ => new Begun(kind, (await client.ImageVersionSpecs.RemoveAsync(Latest!.Spec, SharesOnRemoval.Remove, ct: Ct)).OperationId, Latest!.Spec),
        };
        return Latest;
    }

    private static Begun Of(string kind, ImageShareStartedDto started) => new(kind, started.OperationId, started.ImageVersionSpecUid);
}
