using System.Globalization;
using Darkroom.Contracts.Images;
using Darkroom.Studio.Wizards;

namespace Darkroom.Studio.Hosting.Preflight;

/// <summary>A preparation as an address asks for its preflight; what isn't chosen yet is null.</summary>
/// <param name="Spec">The master spec to be prepared; null for an image that has none.</param>
public sealed record PreflightRequest(Guid? Spec, Guid? Unit, string? Os, string? Image, string? Profile, string? Size, IReadOnlyList<string> Nics)
{
    /// <summary>As the pickers have it.</summary>
    public static PreflightRequest Of(Guid? spec, ImageDraft draft) => new(
        spec,
        spec is null ? draft.HostingUnit : null,
        spec is null ? draft.OsType?.ToString().ToLowerInvariant() : null,
        spec is null ? draft.MasterImage : null,
        draft.MachineProfile,
        draft.ServiceOffering,
        [.. draft.Networks.OfType<string>()]);

    public OsType? OsType => Enum.TryParse<OsType>(Os, ignoreCase: true, out var os) && Enum.IsDefined(os) ? os : null;

    /// <summary>Null until a machine profile is chosen.</summary>
    public PrepareImageRequest? Preparation => Profile is not { Length: > 0 } profile ? null : new PrepareImageRequest
    {
        MachineProfile = profile,
        ServiceOffering = Size,
        NetworkMapping = Nics.Count == 0 ? null : Nics.Index().ToDictionary(nic => nic.Index.ToString(CultureInfo.InvariantCulture), nic => nic.Item),
    };

    /// <summary>What is still to be chosen; null when there is enough to look at.</summary>
    public string? Missing => Spec is null && Unit is null ? "Choose a hosting unit first."
        : Spec is null && Image is not { Length: > 0 } ? "Choose a master image first."
        : Spec is null && OsType is null ? "Choose an operating system first."
        : Preparation is null ? "Choose a machine profile first."
        : null;

    /// <summary>Whether there is enough to look at.</summary>
    public bool IsComplete => Missing is null;

    public string Address
    {
        get
        {
            IEnumerable<(string Name, string? Value)> parts =
            [
                ("spec", Spec?.ToString()), ("unit", Unit?.ToString()), ("os", Os), ("image", Image), ("profile", Profile), ("size", Size), .. Nics.Select(nic => ("nic", (string?)nic)),
            ];
            return $"{PreflightPage.Address}?{string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"))}";
        }
    }

    /// <summary>What was chosen, as the pickers begin with it.</summary>
    public void FillIn(ImageDraft draft)
    {
        draft.OsType = OsType;
        draft.ChooseUnit(Unit ?? draft.HostingUnit);
        draft.MasterImage = Image;
        if (Profile is { } profile)
        {
            draft.TakeProfile(profile);
            draft.ServiceOffering = Size;
            draft.Networks = [.. Nics];
        }
    }
}
