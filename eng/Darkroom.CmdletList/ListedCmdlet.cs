namespace Darkroom.CmdletList;

/// <summary>A cmdlet of the list.</summary>
/// <param name="Area">The heading that it stands under.</param>
/// <param name="Why">Why it isn't there, or is beyond the reference; empty otherwise.</param>
/// <param name="Parameters">Its parameters; none where the reference names none.</param>
public sealed record ListedCmdlet(string Name, string Area, Mark Mark, string Why, IReadOnlyList<ListedParameter> Parameters)
{
    /// <summary>The module has to have it.</summary>
    public bool IsThere => Mark is Mark.Here or Mark.Beyond;
}
