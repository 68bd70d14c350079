using System.ComponentModel;
using Darkroom.Contracts.Images;
using Darkroom.Core.Images.Removal;

namespace Darkroom.Server.Api.Images;

/// <summary>How far a removal goes.</summary>
internal readonly record struct RemovalQuery(
    [property: Description("What becomes of shares; unless said otherwise they stand in the way.")] SharesOnRemoval? Shares,
    [property: Description("Forgets the records and leaves images and snapshots in the account.")] bool? PurgeDbOnly)
{
    public RemovalReach ToReach() => new(Shares == SharesOnRemoval.Remove, PurgeDbOnly ?? false);
}

/// <summary>How far the removal of a version goes.</summary>
internal readonly record struct VersionRemovalQuery(
    [property: Description("What becomes of its specs; unless said otherwise they stand in the way.")] SpecsOnRemoval? Specs,
    [property: Description("What becomes of shares of its specs; unless said otherwise they stand in the way.")] SharesOnRemoval? Shares,
    [property: Description("Forgets the records of its specs and leaves images and snapshots in the account.")] bool? PurgeDbOnly)
{
    public bool WithSpecs => Specs == SpecsOnRemoval.Remove;

    public RemovalReach ToReach() => new(Shares == SharesOnRemoval.Remove, PurgeDbOnly ?? false);
}
