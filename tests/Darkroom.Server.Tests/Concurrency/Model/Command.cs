using Darkroom.Contracts.Operations;

namespace Darkroom.Server.Tests.Concurrency.Model;

/// <summary>What somebody asks for.</summary>
internal abstract record Command
{
    /// <summary>Codes of the refusals that are justified; where there is none, the command has to be accepted.</summary>
    public virtual IEnumerable<string> Refusals(ImageState state) => [];

    /// <summary>The state after the command was accepted with this answer, or null where such an answer would be wrong.</summary>
    public abstract ImageState? Accept(ImageState state, Answer answer);

    /// <summary>The state after the answer, or null where no rule explains it.</summary>
    public ImageState? Apply(ImageState state, Answer answer)
    {
        var justified = Refusals(state).ToList();
        return answer is Refused refused ? justified.Contains(refused.Code) ? state : null
            : justified.Count == 0 ? Accept(state, answer)
            : null;
    }
}

internal abstract record Answer;

internal sealed record Refused(string Code) : Answer;

internal sealed record Done : Answer;

/// <summary>A version was made.</summary>
internal sealed record Numbered(int Version) : Answer;

/// <summary>A master spec was made.</summary>
internal sealed record Added(Guid Spec) : Answer;

/// <summary>An operation was started.</summary>
internal sealed record Started(Guid Operation, Guid Spec) : Answer;

internal sealed record Rests(OperationState State) : Answer
{
    /// <summary>Why it didn't succeed; for who reads the history.</summary>
    public string? Error { get; init; }
}

internal sealed record Seen(string View) : Answer;

/// <summary>Preparations whose image, and whose snapshots, are in the account.</summary>
internal sealed record InAccount(IReadOnlySet<Guid> Images, IReadOnlySet<Guid> Snapshots) : Answer
{
    public override string ToString() => $"images of [{string.Join(' ', Images)}], snapshots of [{string.Join(' ', Snapshots)}]";
}

/// <summary>A command, its answer, and when each was sent, in ticks of one clock.</summary>
internal sealed record Call(int Administrator, Command Command, Answer Answer, long Sent, long Answered);
