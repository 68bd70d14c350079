using System.Diagnostics;
using System.Globalization;
using Darkroom.Client;
using Darkroom.Client.Http;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Server.Tests.Concurrency.Model;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Concurrency;

/// <summary>Somebody who sends one command after the other over HTTP and keeps what was answered.</summary>
internal sealed class Administrator(int number, DarkroomClient client, Site site)
{
    private static readonly Dictionary<bool, string> Masters = new() { [true] = DemoScene.GoodMaster, [false] = "win10-2303-ami (ami-0a2303000000000a1).template" };

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    public async Task<Answer> DoAsync(Command command)
    {
        var sent = Stopwatch.GetTimestamp();
        Answer answer;
        try
        {
            answer = await SendAsync(command);
        }
        catch (DarkroomProblemException e)
        {
            answer = new Refused(e.Code);
        }

        site.Keep(number, command, answer, sent);
        return answer;
    }

    /// <summary>Keeps what was read elsewhere than in one request.</summary>
    public async Task ReadAsync(Command command, Func<Task<Answer>> read)
    {
        var sent = Stopwatch.GetTimestamp();
        site.Keep(number, command, await read(), sent);
    }

    private async Task<Answer> SendAsync(Command command)
    {
        switch (command)
        {
            case CreateVersion:
                return new Numbered((await client.ImageVersions.CreateAsync(site.Definition, ct: Ct)).ImageVersionNumber);
            case RemoveVersion { WithSpecs: true } remove:
                var gone = await client.ImageVersions.RemoveWithSpecsAsync(
                    site.Definition, Text(remove.Version), remove.WithShares ? SharesOnRemoval.Remove : null, remove.PurgeDbOnly, ct: Ct);
                return gone is null ? new Done() : new Started(gone.OperationId, Guid.Empty);
            case ForgetDefinition forget:
                await client.ImageDefinitions.ForgetAsync(site.Definition, forget.WithShares ? SharesOnRemoval.Remove : null, ct: Ct);
                return new Done();
            case RemoveVersion remove:
                await client.ImageVersions.RemoveAsync(site.Definition, Text(remove.Version), ct: Ct);
                return new Done();
            case RemoveDefinition:
                await client.ImageDefinitions.RemoveAsync(site.Definition, ct: Ct);
                return new Done();
            case RemoveUnit remove:
                await client.HostingUnits.RemoveAsync(site.NameOf(remove.Unit), ct: Ct);
                return new Done();
            case AddMaster add:
                var master = new AddMasterSpecRequest { HostingUnit = site.NameOf(add.Unit), MasterImagePath = Masters[add.IsSound] };
                return new Added((await client.ImageVersions.AddMasterSpecAsync(site.Definition, Text(add.Version), master, ct: Ct)).ImageVersionSpecUid);
            case Prepare prepare:
                var request = new PrepareImageRequest
                {
                    MachineProfile = DemoScene.MachineProfile,
                    KeepPreparationInstanceOnFailure = prepare.Holds,
                    HoldSeconds = prepare.Holds ? null : 0,
                };
                var preparation = await client.ImageVersionSpecs.PrepareAsync(prepare.Spec, request, ct: Ct);
                return new Started(preparation.OperationId, preparation.ImageVersionSpecUid);
            case Share share:
                return StartedBy(await client.ImageShares.ShareAsync(share.Spec, site.NameOf(share.Unit), ct: Ct));
            case Unshare unshare:
                return StartedBy(await client.ImageShares.UnshareAsync(unshare.Spec, site.NameOf(unshare.Unit), ct: Ct));
            case RemoveSpec remove:
                var removal = await client.ImageVersionSpecs.RemoveAsync(remove.Spec, remove.WithShares ? SharesOnRemoval.Remove : null, remove.PurgeDbOnly, ct: Ct);
                return new Started(removal.OperationId, remove.Spec);
            case Cancel cancel:
                await client.Operations.CancelAsync(cancel.Operation, ct: Ct);
                return new Done();
            case Discard discard:
                await client.Operations.DiscardAsync(discard.Operation, ct: Ct);
                return new Done();
            case Retry retry:
                await client.Operations.RetryAsync(retry.Operation, ct: Ct);
                return new Done();
            case AwaitRest rest:
                var rested = await Poll.UntilAsync(() => client.Operations.GetAsync(rest.Operation, Ct), IsAtRest);
                return new Rests(rested.State) { Error = rested.Error is { } error ? $"{error.Code}: {error.Message} {error.Detail}" : null };
            case Sweep:
                await client.Sweeps.RunAsync(Ct);
                return new Done();
            default:
                throw new UnreachableException($"{command}");
        }
    }

    private static bool IsAtRest(OperationDto operation) => operation.State is not (OperationState.Pending or OperationState.Running or OperationState.Undoing);

    private static Started StartedBy(ImageShareStartedDto started) => new(started.OperationId, started.ImageVersionSpecUid);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
