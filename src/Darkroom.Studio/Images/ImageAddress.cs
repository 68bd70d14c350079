namespace Darkroom.Studio.Images;

/// <summary>Where a definition or a version is shown.</summary>
public static class ImageAddress
{
    /// <param name="number">Of a version; null leads to the definition.</param>
    public static string Of(Guid definition, int? number = null) => number is { } given ? $"/images/{definition}/{given}" : $"/images/{definition}";
}
