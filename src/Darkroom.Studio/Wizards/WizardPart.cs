using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Images.Preparation;
using Darkroom.Studio.Frame;
using Darkroom.Studio.Hosting.Browsing;
using Microsoft.AspNetCore.Components;

namespace Darkroom.Studio.Wizards;

/// <summary>What a wizard's pages are made of.</summary>
public abstract class WizardPart : StudioComponent
{
    [CascadingParameter]
    public ImageWizardState Wizard { get; set; } = null!;

    [Inject]
    private GetMachineProfile GetProfile { get; set; } = null!;

    protected ImageDraft Draft => Wizard.Draft;

    /// <summary>The chosen hosting unit's.</summary>
    protected string UnitUid => Draft.HostingUnit?.ToString() ?? "";

    /// <summary>The chosen hosting unit, to be looked through.</summary>
    protected InventoryTop UnitTop => InventoryTop.OfUnit(Draft.HostingUnit ?? Guid.Empty);

    protected override void OnInitialized() => Wizard.Moved += StateHasChanged;

    protected override void Dispose(bool disposing)
    {
        Wizard.Moved -= StateHasChanged;
        base.Dispose(disposing);
    }

    /// <summary>The chosen machine profile, read once; null while none is chosen.</summary>
    protected async Task<MachineProfileDto?> ProfileAsync(Caller caller)
    {
        if (Draft.MachineProfile is not { } path)
        {
            return null;
        }

        if (Wizard.Profile?.MachineProfile != path)
        {
            Wizard.Profile = null;
            Wizard.Profile = await GetProfile.HandleAsync(caller, UnitUid, path, Gone);
        }

        return Wizard.Profile;
    }
}
