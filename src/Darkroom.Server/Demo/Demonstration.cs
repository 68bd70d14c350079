using Darkroom.Client;
using Darkroom.Client.Http;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Simulator;

namespace Darkroom.Server.Demo;

/// <summary>What all acts share: the server, over REST as an administrator would call it, the simulated AWS behind it, and the stage.</summary>
internal sealed class Demonstration(DarkroomClient client, SimulatorServer simulator, DemoStage stage)
{
    public const string Account = "111122223333";
    public const string OtherAccount = "444455556666";
    public const string Definition = "image1";

    public DarkroomClient Client => client;

    public SimulatorServer Simulator => simulator;

    public DemoStage Stage => stage;

    /// <summary>Shows an operation's log until it rests.</summary>
    /// <param name="after">The event that was shown last; 0 shows all.</param>
    public async Task<OperationDto> FollowAsync(Guid operation, CancellationToken ct, long after = 0)
    {
        var start = (await client.Operations.GetAsync(operation, ct)).CreatedAt;
        await foreach (var e in client.Operations.FollowAsync(operation, after, ct))
        {
            stage.Event(e, start);
        }

        return await client.Operations.GetAsync(operation, ct);
    }

    /// <summary>Shows an operation's log to its good end.</summary>
    /// <exception cref="DemoFailedException">It has another end.</exception>
    public async Task<OperationDto> SucceedAsync(Guid operation, CancellationToken ct, long after = 0) =>
        Succeeded(await FollowAsync(operation, ct, after));

    /// <summary>Waits for an operation's good end without showing its log.</summary>
    /// <exception cref="DemoFailedException">It has another end.</exception>
    public async Task<OperationDto> AwaitAsync(Guid operation, CancellationToken ct)
    {
        await EventsAsync(operation, ct);
        return Succeeded(await client.Operations.GetAsync(operation, ct));
    }

    public async Task<List<OperationEventDto>> EventsAsync(Guid operation, CancellationToken ct)
    {
        var events = new List<OperationEventDto>();
        await foreach (var e in client.Operations.FollowAsync(operation, 0, ct))
        {
            events.Add(e);
        }

        return events;
    }

    /// <summary>Asks for what must be refused, and shows why it is.</summary>
    /// <param name="code">The error that it must be refused with.</param>
    /// <exception cref="DemoFailedException">It was done, or refused for something else.</exception>
    public async Task RefusedAsync(string what, string code, Func<Task> request)
    {
        try
        {
            await request();
        }
        catch (DarkroomProblemException e) when (e.Problem.Code == code)
        {
            stage.Refused(what, e.Problem.Detail);
            return;
        }
        catch (DarkroomProblemException e)
        {
            throw new DemoFailedException($"{what}: refused with {e.Problem.Code} instead of {code}: {e.Problem.Detail}");
        }

        throw new DemoFailedException($"{what}: done, and should have been refused with {code}.");
    }

    /// <summary>The master or the prepared spec of a version.</summary>
    public async Task<ImageVersionSpecDto> SpecAsync(int version, bool prepared, CancellationToken ct) =>
        (await client.ImageVersionSpecs.ListAsync(Definition, imageVersionNumber: version, isPrepared: prepared, ct: ct)).Items.Single();

    private static OperationDto Succeeded(OperationDto ended) => ended.State == OperationState.Succeeded
        ? ended
        : throw new DemoFailedException($"{ended.Title}: {ended.State}. {ended.Error?.Message}");
}
