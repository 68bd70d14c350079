namespace Darkroom.Core.Images.Overview;

/// <summary>Which part of the list of images somebody looks at.</summary>
public sealed record ImageLinesRequest
{
    /// <summary>
    /// Only what has this text in a name, a description or the name of a hosting unit, whatever its case; <c>*</c> stands for any characters. A definition that has
    /// it shows all its versions, another one those that have it. Empty takes all.
    /// </summary>
    public string Search { get; init; } = "";

    /// <summary>Definitions show their versions, but for <see cref="Exceptions"/>; without it only those do. What a search finds is always open.</summary>
    public bool Open { get; init; } = true;

    public IReadOnlyCollection<Guid> Exceptions { get; init; } = [];

    /// <summary>Lines before the first one that is wanted.</summary>
    public int Skip { get; init; }

    /// <summary>Lines wanted, 1 to <see cref="UseCases.ListRequest.MostRows"/>.</summary>
    public int Take { get; init; } = UseCases.ListRequest.UsualRows;
}
