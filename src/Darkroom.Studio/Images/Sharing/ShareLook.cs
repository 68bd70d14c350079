using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;

namespace Darkroom.Studio.Images.Sharing;

/// <summary>What a share to one hosting unit would meet, as far as it was looked at.</summary>
/// <param name="Found">Null while it is looked at, and when that was refused.</param>
/// <param name="Refusals">Why it couldn't be looked at.</param>
public sealed record ShareLook(ImageShareChecksDto? Found, IReadOnlyList<ProblemItemDto> Refusals)
{
    public static readonly ShareLook AtWork = new(null, []);

    public bool CanBeShared => Found is { CanBeShared: true };
}
