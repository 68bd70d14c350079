using System.Management.Automation;
using Darkroom.HelpWriter.Model;

namespace Darkroom.HelpWriter.Reading;

/// <summary>Reads the forms in which a cmdlet can be called.</summary>
internal static class SyntaxReader
{
    public static IReadOnlyList<SyntaxForm> Read(CommandMetadata command, IReadOnlyDictionary<string, ParameterHelp> parameters, IReadOnlyList<ParameterHelp> ofTheEngine)
    {
        var names = command.Parameters.Values.SelectMany(parameter => parameter.ParameterSets.Keys)
            .Where(name => name != ParameterAttribute.AllParameterSets)
            .Distinct()
            .OrderByDescending(name => name == command.DefaultParameterSetName)
            .ThenBy(name => name, StringComparer.Ordinal)
            .DefaultIfEmpty(ParameterAttribute.AllParameterSets);
        return [.. names.Select(name => new SyntaxForm(name, UsesIn(name)))];

        IReadOnlyList<ParameterUse> UsesIn(string form) =>
        [
            .. command.Parameters.Values
                .Select(parameter => (Parameter: parameters[parameter.Name], Set: SetOf(parameter, form)))
                .Where(parameter => parameter.Set is not null)
                .Select(parameter => Use(parameter.Parameter, parameter.Set!))
                .OrderBy(use => use.Position ?? int.MaxValue)
                .ThenByDescending(use => use.IsRequired)
                .ThenBy(use => use.Parameter.IsShared),
            .. ofTheEngine.Select(parameter => new ParameterUse(parameter, IsRequired: false, Position: null, FromPipeline: false, FromPipelineByName: false)),
        ];
    }

    private static ParameterSetMetadata? SetOf(ParameterMetadata parameter, string form) =>
        parameter.ParameterSets.GetValueOrDefault(form) ?? parameter.ParameterSets.GetValueOrDefault(ParameterAttribute.AllParameterSets);

    private static ParameterUse Use(ParameterHelp parameter, ParameterSetMetadata set) => new(
        parameter,
        set.IsMandatory,
        set.Position == int.MinValue ? null : set.Position,
        set.ValueFromPipeline,
        set.ValueFromPipelineByPropertyName);
}
