using Darkroom.Core.Hosting;

namespace Darkroom.Core.Images.Rules;

/// <summary>On this platform all specs of a definition, hence all its versions, use one and the same hosting unit.</summary>
public static class OneHostingUnitPerDefinition
{
    /// <param name="pinned">A hosting unit that a spec of the definition was made in, or null while there is no spec.</param>
    /// <exception cref="Errors.DarkroomException">ImageDefinitionPinnedToHostingUnit.</exception>
    public static void Check(string definitionName, HostingUnit asked, HostingUnit? pinned)
    {
        if (pinned is not null && pinned.Uid != asked.Uid)
        {
            throw ImageErrors.DefinitionPinned.With(definitionName, pinned.Name, asked.Name).On("hostingUnit").AsException();
        }
    }
}
