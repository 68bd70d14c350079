namespace Darkroom.Core.Images.Rules;

/// <summary>
/// A version has at most one master spec: one a hosting unit in general, one at all on this
/// platform, where a definition knows a single unit.
/// </summary>
public static class OneMasterSpecPerVersion
{
    /// <exception cref="Errors.DarkroomException">MasterSpecExists.</exception>
    public static void Check(ImageVersion version, string definitionName, Guid? existingMaster)
    {
        if (existingMaster is { } uid)
        {
            throw ImageErrors.MasterSpecExists.Raise(version.Number, definitionName, uid);
        }
    }
}
