using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;

namespace Darkroom.Studio.Wizards;

/// <summary>What the pages of one wizard share.</summary>
/// <param name="changed">Keeps the draft and shows the wizard again.</param>
public sealed class ImageWizardState(Func<Task> changed)
{
    public ImageDraft Draft { get; set; } = new();

    /// <summary>The definition that gets another version; null for a new one.</summary>
    public ImageDefinitionDto? Definition { get; set; }

    /// <summary>A spec that pins the definition to its hosting unit; null while there is none.</summary>
    public ImageVersionSpecDto? Pinning { get; set; }

    /// <summary>The hosting unit that is chosen.</summary>
    public HostingUnitDto? Unit { get; set; }

    /// <summary>The machine profile that was read last.</summary>
    public MachineProfileDto? Profile { get; set; }

    /// <summary>What came in the way of going on.</summary>
    public IReadOnlyList<ProblemItemDto> Found { get; private set; } = [];

    /// <summary>How often Finish was refused: what was found out before it may be so no more.</summary>
    public int Refused { get; set; }

    /// <summary>What would fail the preparation, as far as it was looked at; empty until then.</summary>
    public IReadOnlyList<ProblemItemDto> WouldFail { get; set; } = [];

    /// <summary>Something is to be shown that wasn't before.</summary>
    public event Action? Moved;

    public ImagePlan? Plan => ImagePlan.Of(Draft, Definition, Unit);

    /// <summary>Of the one to be made, once it is, or of the one that is there.</summary>
    public Guid? DefinitionUid => Definition?.ImageDefinitionUid ?? Draft.Made.Definition;

    /// <summary>Where it stands what is wrong with a field, by its label; null where nothing is.</summary>
    public string? WrongAt(string label) => Found.Any(problem => problem.Field == label) ? ImageWizard.ProblemsId : null;

    /// <summary>Shows what came in the way.</summary>
    public void Show(IReadOnlyList<ProblemItemDto> found)
    {
        Found = found;
        Moved?.Invoke();
    }

    /// <summary>To be called after each change of the draft.</summary>
    public Task ChangedAsync()
    {
        Show([]);
        return changed();
    }
}
