namespace Darkroom.Core.Images.Rules;

/// <summary>A version can only be redescribed; naming its present number is no change.</summary>
public static class VersionNumberIsFixed
{
    /// <exception cref="Errors.DarkroomException">ImageVersionNumberFixed.</exception>
    public static void Check(ImageVersion version, string definitionName, int? number)
    {
        if (number is { } other && other != version.Number)
        {
            throw ImageErrors.VersionNumberFixed.With(version.Number, definitionName, other).On("imageVersionNumber").AsException();
        }
    }
}
