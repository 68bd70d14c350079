using Darkroom.Contracts.Images;

namespace Darkroom.Core.Images.Rules;

/// <summary>OS type and session support of a definition are fixed at its creation; naming the present ones is no change.</summary>
public static class OsTypeAndSessionSupportAreFixed
{
    /// <exception cref="Errors.DarkroomException">ImageDefinitionFixedAtCreation.</exception>
    public static void Check(ImageDefinition definition, OsType? osType, SessionSupport? sessionSupport)
    {
        if (osType is { } os && os != definition.OsType)
        {
            throw ImageErrors.DefinitionFixedAtCreation.With("OsType", definition.Name, definition.OsType, os).On("osType").AsException();
        }

        if (sessionSupport is { } support && support != definition.SessionSupport)
        {
            throw ImageErrors.DefinitionFixedAtCreation
                .With("SessionSupport", definition.Name, definition.SessionSupport, support).On("sessionSupport").AsException();
        }
    }
}
