namespace Darkroom.CmdletList;

/// <summary>A parameter of the list.</summary>
/// <param name="Why">What is to say of the mark; empty where there is nothing.</param>
public sealed record ListedParameter(string Name, Mark Mark, string Why)
{
    /// <summary>Whoever gives it isn't told that there is no such parameter.</summary>
    public bool IsTaken => Mark != Mark.NotHere;
}
