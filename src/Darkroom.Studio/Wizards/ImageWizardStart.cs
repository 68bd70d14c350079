using System.Globalization;
using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Definitions;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.UseCases;

namespace Darkroom.Studio.Wizards;

/// <summary>Reads what a wizard begins with, and fills in what the version before it was made of.</summary>
public sealed class ImageWizardStart(
    GetImageDefinition getDefinition, ListImageVersionSpecs listSpecs, GetImageVersionSpec getSpec, GetHostingUnit getUnit, GetInventoryItem getItem)
{
    /// <param name="definition">The definition that gets another version; null for a new one.</param>
    /// <param name="from">The version that a new one is made after; null for the newest that was made of something.</param>
    /// <param name="isNew">Nobody has entered anything yet.</param>
    /// <exception cref="DarkroomException">Everything that isn't there any more.</exception>
    public async Task ReadAsync(Caller caller, ImageWizardState wizard, Guid? definition, int? from, bool isNew, CancellationToken ct)
    {
        IReadOnlyList<Error> gone = [];
        if (definition is { } uid)
        {
            wizard.Definition = await getDefinition.HandleAsync(caller, $"{uid}", ct);
            var specs = await SpecsAsync(caller, uid, null, ct);
            wizard.Pinning = specs is [var newest, ..] ? newest : null;
            if (isNew)
            {
                var wanted = from is null ? specs : await SpecsAsync(caller, uid, from, ct);
                gone = await FillInAsync(caller, wizard.Draft, wanted.Count > 0 ? wanted : specs, ct);
            }

            wizard.Draft.ChooseUnit(wizard.Pinning?.HostingUnitUid ?? wizard.Draft.HostingUnit);
        }

        if (wizard.Draft.HostingUnit is { } unit)
        {
            wizard.Unit = await getUnit.HandleAsync(caller, $"{unit}", ct);
            wizard.Draft.Connection = wizard.Unit.HypervisorConnectionUid;
        }

        if (gone.Count > 0)
        {
            throw new DarkroomException(gone);
        }
    }

    /// <summary>Fills in what a preparation was begun with.</summary>
    /// <param name="prepared">Its spec.</param>
    /// <exception cref="DarkroomException">Everything that isn't there any more.</exception>
    public async Task ReadPreparationAsync(Caller caller, ImageWizardState wizard, Guid prepared, CancellationToken ct)
    {
        var spec = await getSpec.HandleAsync(caller, prepared, ct);
        var master = await getSpec.HandleAsync(caller, spec.SourceImageVersionSpecUid, ct);
        wizard.Unit = await getUnit.HandleAsync(caller, $"{spec.HostingUnitUid}", ct);
        wizard.Draft.Connection = wizard.Unit.HypervisorConnectionUid;
        if (await FillInAsync(caller, wizard.Draft, [master, spec], ct) is { Count: > 0 } gone)
        {
            throw new DarkroomException(gone);
        }
    }

    /// <summary>Of the newest version first.</summary>
    private async Task<IReadOnlyList<ImageVersionSpecDto>> SpecsAsync(Caller caller, Guid definition, int? number, CancellationToken ct) => (await listSpecs.HandleAsync(
        caller,
        new ImageVersionSpecFilter { ImageDefinition = $"{definition}", ImageVersionNumber = number },
        new ListRequest("-imageVersionNumber", ListRequest.MostRows),
        ct)).Items;

    /// <summary>What is there no more is left out, and told.</summary>
    private async Task<IReadOnlyList<Error>> FillInAsync(Caller caller, ImageDraft draft, IReadOnlyList<ImageVersionSpecDto> specs, CancellationToken ct)
    {
        if (specs.FirstOrDefault(spec => !spec.IsPrepared) is not { } master)
        {
            return [];
        }

        draft.HostingUnit = master.HostingUnitUid;
        var gone = new List<Error>();
        draft.MasterImage = await FindAsync(caller, draft, master.MasterImagePath, gone, ct);
        var prepared = specs.FirstOrDefault(spec => spec.IsPrepared && spec.ImageVersionUid == master.ImageVersionUid) ?? specs.FirstOrDefault(spec => spec.IsPrepared);
        if (prepared?.ImageScheme is { } scheme && await FindAsync(caller, draft, scheme.MachineProfile, gone, ct) is { } profile)
        {
            draft.TakeProfile(profile);
            draft.ServiceOffering = scheme.ServiceOffering;
            foreach (var (_, network) in scheme.NetworkMapping.OrderBy(nic => int.Parse(nic.Key, CultureInfo.InvariantCulture)))
            {
                draft.Networks.Add(await FindAsync(caller, draft, network, gone, ct));
            }
        }

        return gone;
    }

    private async Task<string?> FindAsync(Caller caller, ImageDraft draft, string path, List<Error> gone, CancellationToken ct)
    {
        try
        {
            return (await getItem.HandleBelowHostingUnitAsync(caller, $"{draft.HostingUnit}", new InventoryRequest(path), ct)).FullPath;
        }
        catch (DarkroomException e)
        {
            gone.AddRange(e.Errors);
            return null;
        }
    }
}
