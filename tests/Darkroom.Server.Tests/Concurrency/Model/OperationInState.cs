using Darkroom.Contracts.Images;

namespace Darkroom.Server.Tests.Concurrency.Model;

internal enum OperationKind { Prepare, Share, Unshare, Remove }

/// <summary>As far as others can tell.</summary>
internal enum Phase { Working, TakingBack, Held, Succeeded, Failed, Canceled }

internal sealed record OperationInState(OperationKind Kind, Guid Spec, Unit Unit)
{
    public Phase Phase { get; init; } = Phase.Working;

    /// <summary>While it takes back: what follows; Working where it was retried.</summary>
    public Phase After { get; init; }

    /// <summary>Of a preparation: its failure is held.</summary>
    public bool Holds { get; init; }

    /// <summary>Of the end of a share: what the share goes back to.</summary>
    public ImageShareStatus Before { get; init; }

    public bool WithShares { get; init; }

    public bool PurgeDbOnly { get; init; }

    /// <summary>Of a removal: the version goes as well, with the master spec beside a prepared one.</summary>
    public bool WithVersion { get; init; }

    /// <summary>Of a removal: the image is on its way out, with its shares gone.</summary>
    public bool IsWithdrawn { get; init; }

    public bool HasEnded => Phase is Phase.Succeeded or Phase.Failed or Phase.Canceled;

    public bool IsAtWork => Phase is Phase.Working or Phase.TakingBack;

    public OperationInState TakeBack(Phase after) => this with { Phase = Phase.TakingBack, After = after };

    public OperationInState End(Phase phase) => this with { Phase = phase, After = default };
}
