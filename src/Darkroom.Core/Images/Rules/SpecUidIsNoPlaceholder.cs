namespace Darkroom.Core.Images.Rules;

/// <summary>
/// The all-zero uid means "no source spec" and stands in published scripts where a spec's uid is to be filled in; it never
/// resolves to a spec (cmdlet reference).
/// </summary>
public static class SpecUidIsNoPlaceholder
{
    /// <exception cref="Errors.DarkroomException">ImageVersionSpecPlaceholder.</exception>
    public static void Check(Guid uid)
    {
        if (uid == Guid.Empty)
        {
            throw ImageErrors.SpecUidIsPlaceholder.Raise();
        }
    }
}
