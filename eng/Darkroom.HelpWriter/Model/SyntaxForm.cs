namespace Darkroom.HelpWriter.Model;

/// <summary>The parameters that may be given together: first those that have a position, then the ones that have to be given, then the others.</summary>
public sealed record SyntaxForm(string Name, IReadOnlyList<ParameterUse> Uses);

/// <summary>How a parameter is given in one form.</summary>
/// <param name="Position">From 0; null when it is given by its name alone.</param>
public sealed record ParameterUse(ParameterHelp Parameter, bool IsRequired, int? Position, bool FromPipeline, bool FromPipelineByName)
{
    /// <summary>In the words that help uses for it.</summary>
    public string PipelineInput => (FromPipeline, FromPipelineByName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}
