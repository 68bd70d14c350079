namespace Darkroom.Studio.Wizards;

/// <summary>The pages of the image wizards, in their order.</summary>
public enum WizardStep
{
    Introduction,
    Definition,
    Image,
    Machine,
    Nics,
    Version,
    Summary,
}

/// <summary>How the pages are called, in headings and in addresses.</summary>
public static class WizardSteps
{
    private static readonly Dictionary<WizardStep, string> Titles = new()
    {
        [WizardStep.Introduction] = "Introduction",
        [WizardStep.Definition] = "Image definition",
        [WizardStep.Image] = "Image",
        [WizardStep.Machine] = "Machine specification",
        [WizardStep.Nics] = "NICs",
        [WizardStep.Version] = "Version description",
        [WizardStep.Summary] = "Summary",
    };

    /// <summary>Of a wizard that makes a definition with its first version.</summary>
    public static readonly IReadOnlyList<WizardStep> OfDefinition = Enum.GetValues<WizardStep>();

    /// <summary>Of a wizard that makes another version of a definition.</summary>
    public static readonly IReadOnlyList<WizardStep> OfVersion = [WizardStep.Image, WizardStep.Machine, WizardStep.Nics, WizardStep.Version, WizardStep.Summary];

    public static string TitleOf(WizardStep step) => Titles[step];

    public static string NameInAddress(WizardStep step) => step.ToString().ToLowerInvariant();

    /// <summary>The page that an address names; null when it names none.</summary>
    public static WizardStep? Named(string? name) => Enum.TryParse<WizardStep>(name, ignoreCase: true, out var step) && Enum.IsDefined(step) ? step : null;
}
