using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Core.UseCases;
using Microsoft.AspNetCore.Components;

namespace Darkroom.Studio.Wizards;

/// <summary>One page of a wizard. Going on asks its rules, which are the domain's own.</summary>
public abstract class WizardPage : WizardPart
{
    [Inject]
    private GetHostingUnit GetUnit { get; set; } = null!;

    /// <summary>Everything that stands in the way of going on.</summary>
    public async Task<IReadOnlyList<ProblemItemDto>> CheckAsync()
    {
        var found = new List<ProblemItemDto>();
        foreach (var rule in Rules())
        {
            found.AddRange(await AskAsync(rule));
        }

        return found;
    }

    /// <summary>Each raises what it refuses, on the label of the field.</summary>
    protected abstract IEnumerable<Func<Caller, Task>> Rules();

    /// <summary>A hosting unit is chosen, and hasn't gone since.</summary>
    protected async Task RequireUnitAsync(Caller caller)
    {
        Wizard.Unit = null;
        Wizard.Unit = await GetUnit.HandleAsync(caller, Input.Present(Draft.HostingUnit?.ToString(), UnitChoice.Label), Gone);
    }

    /// <summary>A rule that asks nobody.</summary>
    protected static Func<Caller, Task> Rule(Action check) => _ =>
    {
        check();
        return Task.CompletedTask;
    };
}
