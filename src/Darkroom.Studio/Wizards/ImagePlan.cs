using System.Globalization;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;

namespace Darkroom.Studio.Wizards;

/// <summary>The requests that a finished wizard comes to. Finish sends them, and the equivalent texts write them down.</summary>
/// <param name="Definition">Null where the definition is there already.</param>
/// <param name="DefinitionName">Of the one to be made, or of the one that is there.</param>
/// <param name="Connection">The connection to bind the definition to; null where it is bound already.</param>
/// <param name="Made">What an earlier Finish has made, which is left out.</param>
public sealed record ImagePlan(
    CreateImageDefinitionRequest? Definition,
    string DefinitionName,
    string? Connection,
    CreateImageVersionRequest Version,
    AddMasterSpecRequest Master,
    PrepareImageRequest Preparation,
    MadeSoFar Made)
{
    /// <summary>What a draft comes to; null while something of it is missing.</summary>
    /// <param name="existing">The definition that gets another version; null for a new one.</param>
    public static ImagePlan? Of(ImageDraft draft, ImageDefinitionDto? existing, HostingUnitDto? unit)
    {
        if (unit is null || draft.MasterImage is null || draft.MachineProfile is null || draft.Networks.Count == 0 || draft.Networks.Contains(null)
            || (existing is null && (draft.OsType is null || draft.SessionSupport is null)))
        {
            return null;
        }

        return new ImagePlan(
            existing is null && draft.Made.Definition is null
                ? new CreateImageDefinitionRequest
                {
                    ImageDefinitionName = draft.Name,
                    OsType = draft.OsType!.Value,
                    SessionSupport = draft.SessionSupport!.Value,
                    Description = Given(draft.Description),
                }
                : null,
            existing?.ImageDefinitionName ?? draft.Name,
            draft.Made.Connection == unit.HypervisorConnectionUid || existing?.Connections.Any(bound => bound.HypervisorConnectionUid == unit.HypervisorConnectionUid) == true
                ? null
                : unit.HypervisorConnectionName,
            new CreateImageVersionRequest { Description = Given(draft.VersionDescription) },
            new AddMasterSpecRequest { HostingUnit = unit.HostingUnitName, MasterImagePath = draft.MasterImage },
            new PrepareImageRequest
            {
                MachineProfile = draft.MachineProfile,
                ServiceOffering = draft.ServiceOffering,
                NetworkMapping = draft.Networks.Index().ToDictionary(nic => nic.Index.ToString(CultureInfo.InvariantCulture), nic => nic.Item!),
            },
            draft.Made);
    }

    private static string? Given(string text) => text.Length > 0 ? text : null;
}
