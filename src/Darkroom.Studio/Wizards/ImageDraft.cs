using Darkroom.Contracts.Images;
using Darkroom.Contracts.Paths;

namespace Darkroom.Studio.Wizards;

/// <summary>What somebody has entered in a wizard so far. It holds no secret, and lives in the tab's own storage.</summary>
public sealed class ImageDraft
{
    /// <summary>Of this run of the wizard; repeats of its requests are known by it.</summary>
    public Guid Run { get; set; } = Guid.NewGuid();

    /// <summary>How often Finish was pressed. Within one attempt nothing that is asked for changes, so a repeat has the effect of one.</summary>
    public int Attempt { get; set; }

    /// <summary>Finish was pressed and has come to no end yet.</summary>
    public bool IsFinishing { get; set; }

    /// <summary>The furthest page that was reached.</summary>
    public WizardStep Reached { get; set; }

    public OsType? OsType { get; set; }

    public SessionSupport? SessionSupport { get; set; }

    public Guid? Connection { get; set; }

    public Guid? HostingUnit { get; set; }

    /// <summary>Path of the master image.</summary>
    public string? MasterImage { get; set; }

    public ProfileSource ProfileSource { get; set; }

    /// <summary>Path of the launch template whose versions are shown.</summary>
    public string? LaunchTemplate { get; set; }

    /// <summary>Path of an instance or of a launch template version.</summary>
    public string? MachineProfile { get; set; }

    /// <summary>Instance type; null until the machine profile's is taken over.</summary>
    public string? ServiceOffering { get; set; }

    /// <summary>Path of each NIC's subnet, null where none is chosen; empty until the machine profile's are taken over.</summary>
    public List<string?> Networks { get; set; } = [];

    public string VersionDescription { get; set; } = "";

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public MadeSoFar Made { get; set; } = new();

    /// <summary>Another hosting unit has other things in it.</summary>
    public void ChooseUnit(Guid? unit)
    {
        if (HostingUnit != unit)
        {
            (HostingUnit, MasterImage, LaunchTemplate) = (unit, null, null);
            ChooseProfile(null);
        }
    }

    /// <summary>Takes a machine profile by its path, with where it is taken from.</summary>
    public void TakeProfile(string profile)
    {
        var path = XDHypPath.TryParse(profile, out var read, out _) ? read : null;
        ProfileSource = path?.Leaf?.Type == ItemType.Vm ? ProfileSource.Instance : ProfileSource.LaunchTemplate;
        LaunchTemplate = ProfileSource == ProfileSource.LaunchTemplate ? path?.Parent?.ToString() : null;
        ChooseProfile(profile);
    }

    /// <summary>Size and NICs follow the machine profile until they are chosen.</summary>
    public void ChooseProfile(string? path)
    {
        if (MachineProfile != path)
        {
            (MachineProfile, ServiceOffering, Networks) = (path, null, []);
            Reached = Reached > WizardStep.Image ? WizardStep.Image : Reached;
        }
    }
}

/// <summary>Where a machine profile is taken from.</summary>
public enum ProfileSource
{
    LaunchTemplate,
    Instance,
}

/// <summary>What a run of the wizard has made, which isn't made again.</summary>
public sealed class MadeSoFar
{
    public Guid? Definition { get; set; }

    /// <summary>The connection that the definition was bound to.</summary>
    public Guid? Connection { get; set; }

    public int? Version { get; set; }

    public Guid? MasterSpec { get; set; }

    public bool IsAnything => Definition is not null || Connection is not null || Version is not null || MasterSpec is not null;
}
