using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Lineage;
using Darkroom.Studio.Frame;
using Microsoft.AspNetCore.Components;

namespace Darkroom.Studio.Images.Lineage;

/// <summary>
/// A view of a version's lineage. The cloud is asked for it, so it isn't read again and again like what is live: only when it is opened, when the version's
/// specs or shares change, and when somebody wants to.
/// </summary>
public abstract class LineageComponent : StudioComponent
{
    private string? _stand;
    private int _asked;

    [Inject]
    private GetImageLineage Get { get; set; } = null!;

    [Parameter, EditorRequired]
    public Guid Version { get; set; }

    /// <summary>Of the version, as they stand.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ImageVersionSpecDto> Specs { get; set; } = [];

    /// <summary>Null until it was read.</summary>
    protected ImageLineageDto? Lineage { get; private set; }

    /// <summary>What came in the way of the last reading.</summary>
    protected IReadOnlyList<ProblemItemDto> Refusals { get; private set; } = [];

    protected async Task ReadAsync()
    {
        var asked = ++_asked;
        ImageLineageDto? lineage = null;
        var refusals = await AskAsync(async caller => lineage = await Get.HandleAsync(caller, ImageVersionReference.Of(Version), Gone));

        // An answer that comes after a newer question is an old one.
        if (asked == _asked)
        {
            (Lineage, Refusals) = (lineage ?? Lineage, refusals);
        }
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        var stand = string.Join(' ', Specs.Select(spec => $"{spec.ImageVersionSpecUid} {spec.Version} {string.Join(' ', spec.HostingUnits.Select(unit => unit.Status))}"));
        if (stand == _stand)
        {
            return Task.CompletedTask;
        }

        _stand = stand;
        return ReadAsync();
    }
}
