namespace Darkroom.Core.Images;

/// <summary>How a caller names a version: by its uid, or by its number (or <c>latest</c>) inside a definition.</summary>
public sealed record ImageVersionReference
{
    private ImageVersionReference()
    {
    }

    public Guid? Uid { get; private init; }

    /// <summary>Name or uid of the definition; null beside a uid.</summary>
    public string? Definition { get; private init; }

    /// <summary>A number, or <c>latest</c>; null beside a uid.</summary>
    public string? Number { get; private init; }

    public static ImageVersionReference Of(Guid uid) => new() { Uid = uid };

    public static ImageVersionReference Of(string definitionNameOrUid, string numberOrLatest) => new() { Definition = definitionNameOrUid, Number = numberOrLatest };
}
