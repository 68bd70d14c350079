namespace Darkroom.HelpWriter.Model;

/// <summary>What help says of a cmdlet.</summary>
/// <param name="Synopsis">One sentence.</param>
/// <param name="Description">Paragraphs, the synopsis included.</param>
/// <param name="Syntax">A form for each parameter set, the default one first.</param>
/// <param name="Parameters">All of them, in the order of their names.</param>
/// <param name="Inputs">What the pipeline may bring.</param>
/// <param name="Outputs">What it writes.</param>
/// <param name="Related">Names of cmdlets and topics to read on with.</param>
public sealed record CmdletHelp(
    string Verb,
    string Noun,
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<SyntaxForm> Syntax,
    IReadOnlyList<ParameterHelp> Parameters,
    IReadOnlyList<TypeHelp> Inputs,
    IReadOnlyList<TypeHelp> Outputs,
    IReadOnlyList<string> Notes,
    IReadOnlyList<ExampleHelp> Examples,
    IReadOnlyList<string> Related)
{
    public string Name => $"{Verb}-{Noun}";
}

/// <summary>A kind of object that comes in or goes out.</summary>
public sealed record TypeHelp(string Name, string Description);

/// <summary>An example that can be run as it stands.</summary>
/// <param name="Introduction">What it is for.</param>
/// <param name="Remarks">What is to be seen afterwards; mostly none.</param>
public sealed record ExampleHelp(string Introduction, string Code, string Remarks);
