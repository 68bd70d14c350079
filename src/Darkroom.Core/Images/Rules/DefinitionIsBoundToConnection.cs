using Darkroom.Core.Hosting;

namespace Darkroom.Core.Images.Rules;

/// <summary>A spec can be placed only on a connection that its definition is bound to.</summary>
public static class DefinitionIsBoundToConnection
{
    /// <param name="bound">The connections the definition is bound to.</param>
    /// <exception cref="Errors.DarkroomException">ImageDefinitionHasNoConnection, ImageDefinitionNotOnConnection.</exception>
    public static void Check(string definitionName, HostingUnit unit, HypervisorConnection connection, IReadOnlyCollection<HypervisorConnection> bound)
    {
        if (bound.Count == 0)
        {
            throw ImageErrors.DefinitionHasNoConnection.With(definitionName, connection.Name).On("hostingUnit").AsException();
        }

        if (bound.All(b => b.Uid != connection.Uid))
        {
            var names = string.Join(", ", bound.Select(b => $"'{b.Name}'").Order(StringComparer.Ordinal));
            throw ImageErrors.DefinitionNotOnConnection.With(definitionName, connection.Name, unit.Name, names).On("hostingUnit").AsException();
        }
    }
}
