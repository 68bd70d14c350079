using System.Collections;
using System.Management.Automation;
using Darkroom.PowerShell.ImageDefinitions;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>
/// The cmdlets are those of the public reference. What it says stands in two tables beside this file, written by hand and never from the module; a question mark is
/// what the reference leaves open.
/// </summary>
public sealed class ReferenceTests
{
    private const string Folder = "tests/Darkroom.PowerShell.Tests/Cmdlets/";

    private static readonly string[] ByTheEngine = [.. Cmdlet.CommonParameters, .. Cmdlet.OptionalCommonParameters];

    [Fact]
    public async Task Each_parameter_of_the_reference_is_there_as_it_says()
    {
        var cmdlets = (await ExportedCmdlets.AllAsync()).ToDictionary(cmdlet => cmdlet.Name);
        Parameters().SelectMany(row => cmdlets.TryGetValue(row.Cmdlet, out var cmdlet) ? Differences(row, cmdlet) : [$"{row.Cmdlet} isn't there"])
            .Distinct().Should().BeEmpty();
    }

    [Fact]
    public async Task No_parameter_is_there_that_the_reference_does_not_know()
    {
        var known = Parameters().ToLookup(row => row.Cmdlet, row => row.Name);
        var beyond = Rows("reference-marks.tsv").Where(row => row[2] == "beyond").ToLookup(row => row[0], row => row[1]);
        (await ExportedCmdlets.AllAsync())
            .Where(cmdlet => known.Contains(cmdlet.Name))
            .SelectMany(cmdlet => cmdlet.Parameters.Keys.Except(ByTheEngine).Except(known[cmdlet.Name]).Except(beyond[cmdlet.Name]).Select(parameter => $"{cmdlet.Name} -{parameter}"))
            .Should().BeEmpty();
    }

    [Fact]
    public void Each_member_of_the_reference_is_there_with_its_type() =>
        Rows("reference-members.tsv").SelectMany(row => MemberDifferences(row[0], row[1], row[2])).Should().BeEmpty();

    private static IEnumerable<string> Differences(Row row, CmdletInfo cmdlet)
    {
        if (!cmdlet.Parameters.TryGetValue(row.Name, out var parameter))
        {
            return [$"{row.Cmdlet} has no -{row.Name}"];
        }

        var said = cmdlet.ParameterSets
            .SelectMany(set => set.Parameters.Where(candidate => candidate.Name == row.Name).Select(candidate => (Set: set, Parameter: candidate)))
            .ToList();
        var inAll = said.Count == cmdlet.ParameterSets.Count;
        return new (string What, string Expected, string Is)[]
        {
            ("type", row.Type, (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType).Name),
            ("mandatory", row.Mandatory, said.All(at => at.Parameter.IsMandatory) ? "yes" : "no"),
            ("position", row.Position, said[0].Parameter.Position < 0 ? "-" : (said[0].Parameter.Position + 1).ToString()),
            ("pipeline", row.Pipeline, PipelineOf(said[0].Parameter)),
            ("set", row.Set, inAll ? "*" : said.Any(at => at.Set.Parameters.Any(other => NamesByUid(other, cmdlet))) ? "uid" : "name"),
            ("alias", row.Alias, parameter.Aliases.Count == 0 ? "-" : string.Join('+', parameter.Aliases)),
        }.Where(check => check.Expected != "?" && check.Expected != check.Is).Select(check => $"{row.Cmdlet} -{row.Name}: {check.What} is {check.Is}, not {check.Expected}");
    }

    /// <summary>A uid that all sets have names something else.</summary>
    private static bool NamesByUid(CommandParameterInfo parameter, CmdletInfo cmdlet) =>
        parameter.IsMandatory && parameter.Name.EndsWith("Uid", StringComparison.Ordinal)
        && !cmdlet.ParameterSets.All(set => set.Parameters.Any(same => same.Name == parameter.Name));

    private static string PipelineOf(CommandParameterInfo parameter) => (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "value+name",
        (true, false) => "value",
        (false, true) => "name",
        _ => "no",
    };

    private static IEnumerable<string> MemberDifferences(string type, string member, string expected)
    {
        var found = typeof(ImageDefinition).Assembly.GetType($"Darkroom.PowerShell.{type}", throwOnError: true)!.GetProperties()
            .FirstOrDefault(property => property.Name.Equals(member, StringComparison.OrdinalIgnoreCase));
        var actual = Nullable.GetUnderlyingType(found?.PropertyType ?? typeof(void)) ?? found?.PropertyType;
        var right = actual is not null && expected switch
        {
            "any" => true,
            "enum" => actual.IsEnum,
            "list" => actual.IsArray || actual.IsAssignableTo(typeof(IList)),
            "map" => actual.IsAssignableTo(typeof(IDictionary)),
            "object" => actual.IsClass,
            _ => actual.Name == expected,
        };
        return right ? [] : [$"{type}.{member} is {actual?.Name ?? "not there"}, not {expected}"];
    }

    private static IEnumerable<Row> Parameters() =>
        Rows("reference-parameters.tsv").Select(row => new Row(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7]));

    private static IEnumerable<string[]> Rows(string file) =>
        Published.Read(Folder + file).ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'));

    private sealed record Row(string Cmdlet, string Name, string Type, string Mandatory, string Position, string Set, string Pipeline, string Alias);
}
