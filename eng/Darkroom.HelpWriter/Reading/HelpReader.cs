using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;
using Darkroom.HelpWriter.Model;

namespace Darkroom.HelpWriter.Reading;

/// <summary>Reads the help of all cmdlets of a module out of its assembly and the comments in its code.</summary>
public sealed class HelpReader
{
    private static readonly string[] Topics = ["about_Darkroom"];
    private static readonly string[] TopicsOfLists = ["about_Darkroom_Filtering"];

    private readonly XmlDocs _docs;
    private readonly IReadOnlyList<Type> _cmdlets;

    private HelpReader(Assembly module)
    {
        _docs = XmlDocs.ReadFolder(Path.GetDirectoryName(module.Location)!);
        _cmdlets = [.. module.GetExportedTypes().Where(type => !type.IsAbstract && type.GetCustomAttribute<CmdletAttribute>() is not null)];
    }

    /// <summary>Cmdlets of one noun stand together.</summary>
    public static IReadOnlyList<CmdletHelp> Read(Assembly module)
    {
        var reader = new HelpReader(module);
        return [.. reader._cmdlets.Select(reader.Read).OrderBy(cmdlet => cmdlet.Noun, StringComparer.Ordinal).ThenBy(cmdlet => cmdlet.Verb, StringComparer.Ordinal)];
    }

    private CmdletHelp Read(Type type)
    {
        var command = new CommandMetadata(type);
        var attribute = type.GetCustomAttribute<CmdletAttribute>()!;
        var doc = _docs.Of(type);
        var reader = new ParameterReader(type, _docs);
        IReadOnlyList<ParameterHelp> ofTheEngine = attribute.SupportsShouldProcess ? SwitchesOfTheEngine.ForChanges : [];
        var parameters = command.Parameters.Values.Select(reader.Read).ToDictionary(parameter => parameter.Name);
        var syntax = SyntaxReader.Read(command, parameters, ofTheEngine);
        var description = DocText.Paragraphs(doc?.Element("summary"));
        return new CmdletHelp(
            attribute.VerbName,
            attribute.NounName,
            description.Count == 0 ? "" : DocText.FirstSentence(description[0]),
            description,
            syntax,
            [.. parameters.Values.Concat(ofTheEngine).OrderBy(parameter => parameter.Name, StringComparer.Ordinal)],
            InputsOf(syntax),
            [.. type.GetCustomAttributes<OutputTypeAttribute>().SelectMany(output => output.Type).Select(Output)],
            DocText.Paragraphs(doc?.Element("remarks")),
            [.. doc?.Elements("example").Select(Example) ?? []],
            RelatedTo(type, attribute, parameters));
    }

    private static IReadOnlyList<TypeHelp> InputsOf(IReadOnlyList<SyntaxForm> syntax)
    {
        var uses = syntax.SelectMany(form => form.Uses).ToList();
        var byName = uses.Where(use => use.FromPipelineByName).Select(use => use.Parameter.Name).Distinct().ToList();
        return
        [
            .. uses.Where(use => use.FromPipeline).DistinctBy(use => use.Parameter.Name)
                .Select(use => new TypeHelp(use.Parameter.TypeName, $"Given to {use.Parameter.Name}.")),
            .. byName.Count == 0 ? [] : new[] { new TypeHelp("PSObject", $"Objects with members of these names: {string.Join(", ", byName)}.") },
        ];
    }

    private TypeHelp Output(PSTypeName output) =>
        new(TypeNames.OfObject(output.Type), string.Join(" ", DocText.Paragraphs(_docs.Of(output.Type)?.Element("summary"))));

    private static ExampleHelp Example(XElement example)
    {
        var code = example.Element("code");
        return code is null
            ? new ExampleHelp(DocText.Line(example.Nodes()), "", "")
            : new ExampleHelp(DocText.Line(code.NodesBeforeSelf()), DocText.Code(code), DocText.Line(code.NodesAfterSelf()));
    }

    private IReadOnlyList<string> RelatedTo(Type type, CmdletAttribute attribute, Dictionary<string, ParameterHelp> parameters) =>
    [
        .. _cmdlets.Where(other => other != type && other.GetCustomAttribute<CmdletAttribute>()!.NounName == attribute.NounName)
            .Select(other => $"{other.GetCustomAttribute<CmdletAttribute>()!.VerbName}-{attribute.NounName}")
            .Order(StringComparer.Ordinal),
        .. Topics,
        .. parameters.ContainsKey("Filter") ? TopicsOfLists : [],
    ];
}
