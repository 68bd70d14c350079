namespace Darkroom.Contracts.Operations;

/// <summary>How long something took before: the median of the latest operations of the same kind on the same connection that have succeeded, 20 at most.</summary>
/// <param name="Seconds">The median, on the server's clock.</param>
/// <param name="Operations">How many it rests on; one at least.</param>
public sealed record ExpectedTimeDto(double Seconds, int Operations);
