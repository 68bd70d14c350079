using Darkroom.Contracts.Images;

namespace Darkroom.Core.Images.Guest;

/// <summary>What a preparation asks of its guest.</summary>
/// <param name="Nonce">Marks the lines of this preparation's report.</param>
public sealed record GuestScriptOptions(GuestNonce Nonce)
{
    /// <summary>Steps the guest leaves out.</summary>
    public IReadOnlyCollection<GuestStep> ExcludedSteps { get; init; } = [];

    /// <summary>Leaves the instance running after the report, for somebody to look around in.</summary>
    public bool NoAutoShutdown { get; init; }
}
