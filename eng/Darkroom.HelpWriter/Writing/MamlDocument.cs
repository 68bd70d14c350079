using System.Globalization;
using System.Xml.Linq;
using Darkroom.HelpWriter.Model;

namespace Darkroom.HelpWriter.Writing;

/// <summary>Help in the form that Get-Help reads (MAML).</summary>
public static class MamlDocument
{
    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static XDocument Of(IEnumerable<CmdletHelp> cmdlets) => new(new XElement(
        Help + "helpItems",
        new XAttribute("schema", "maml"),
        cmdlets.Select(CommandOf)));

    private static XElement CommandOf(CmdletHelp cmdlet) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun),
            Paragraphs(Maml + "description", cmdlet.Synopsis)),
        Paragraphs(Maml + "description", [.. cmdlet.Description, SeeAlso(cmdlet)]),
        new XElement(
            Command + "syntax",
            cmdlet.Syntax.Select(form => new XElement(
                Command + "syntaxItem", new XElement(Maml + "name", cmdlet.Name), form.Uses.Select(use => ParameterOf(use, inSyntax: true))))),
        new XElement(Command + "parameters", UsesToDescribe(cmdlet).Select(use => ParameterOf(use, inSyntax: false))),
        new XElement(Command + "inputTypes", OrNone(cmdlet.Inputs).Select(input => TypeOf(Command + "inputType", input))),
        new XElement(Command + "returnValues", OrNone(cmdlet.Outputs).Select(output => TypeOf(Command + "returnValue", output))),
        cmdlet.Notes.Count == 0 ? null : new XElement(Maml + "alertSet", Paragraphs(Maml + "alert", [.. cmdlet.Notes])),
        new XElement(Command + "examples", cmdlet.Examples.Select(ExampleOf)));

    /// <summary>As a text, since Get-Help takes a link of any kind for a page on the web, and offers to open it with -Online.</summary>
    private static string SeeAlso(CmdletHelp cmdlet) => cmdlet.Related.Count == 0 ? "" : $"See also {string.Join(", ", cmdlet.Related)}.";

    /// <summary>A parameter is described once, as it is in the form that stands first.</summary>
    private static IEnumerable<ParameterUse> UsesToDescribe(CmdletHelp cmdlet) =>
        cmdlet.Syntax.SelectMany(form => form.Uses).DistinctBy(use => use.Parameter.Name).OrderBy(use => use.Parameter.IsShared);

    private static XElement ParameterOf(ParameterUse use, bool inSyntax)
    {
        var parameter = use.Parameter;
        return new XElement(
            Command + "parameter",
            new XAttribute("required", Truth(use.IsRequired)),
            new XAttribute("variableLength", "false"),
            new XAttribute("globbing", Truth(parameter.TakesWildcards)),
            new XAttribute("pipelineInput", use.PipelineInput),
            new XAttribute("position", use.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            Paragraphs(Maml + "description", [.. parameter.Description, .. inSyntax ? [] : ValuesOf(parameter)]),
            inSyntax && parameter.Values.Count > 0
                ? new XElement(Command + "parameterValueGroup", parameter.Values.Select(value => ValueOf(value, isRequired: false)))
                : null,
            inSyntax && parameter.IsSwitch ? null : ValueOf(parameter.IsSwitch ? "SwitchParameter" : parameter.TypeName, isRequired: !parameter.IsSwitch),
            new XElement(Dev + "type", new XElement(Maml + "name", parameter.IsSwitch ? "SwitchParameter" : parameter.TypeName), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", parameter.DefaultValue ?? (parameter.IsSwitch ? "False" : "None")));
    }

    private static IEnumerable<string> ValuesOf(ParameterHelp parameter) =>
        parameter.Values.Count == 0 ? [] : [$"One of: {string.Join(", ", parameter.Values)}."];

    private static XElement ValueOf(string text, bool isRequired) => new(
        Command + "parameterValue", new XAttribute("required", Truth(isRequired)), new XAttribute("variableLength", "false"), text);

    private static IReadOnlyList<TypeHelp> OrNone(IReadOnlyList<TypeHelp> types) => types.Count == 0 ? [new TypeHelp("None", "")] : types;

    private static XElement TypeOf(XName name, TypeHelp type) => new(
        name, new XElement(Dev + "type", new XElement(Maml + "name", type.Name), new XElement(Maml + "uri")), Paragraphs(Maml + "description", type.Description));

    private static XElement ExampleOf(ExampleHelp example, int index) => new(
        Command + "example",
        new XElement(Maml + "title", $"Example {index + 1}"),
        new XElement(Dev + "code", example.Code),
        Paragraphs(Dev + "remarks", example.Introduction, example.Remarks));

    private static XElement Paragraphs(XName name, params IEnumerable<string> texts) =>
        new(name, texts.Where(text => text.Length > 0).Select(text => new XElement(Maml + "para", text)));

    private static string Truth(bool value) => value ? "true" : "false";
}
