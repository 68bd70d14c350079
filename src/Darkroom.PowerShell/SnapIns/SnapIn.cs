namespace Darkroom.PowerShell.SnapIns;

/// <summary>A snap-in that scripts ask for. Its cmdlets are this module's, and there from the beginning.</summary>
public sealed class SnapIn
{
    private SnapIn(string name, string description) => (Name, Description) = (name, description);

    public string Name { get; }

    /// <summary>Of PowerShell that snap-ins were made for.</summary>
    public Version PSVersion { get; } = new(3, 0);

    /// <summary>Of this module.</summary>
    public Version Version { get; } = typeof(SnapIn).Assembly.GetName().Version!;

    public string Description { get; }

    /// <summary>Those that the cmdlet reference names.</summary>
    internal static IReadOnlyList<SnapIn> Known { get; } =
    [
        new("Citrix.ADIdentity.Admin.V2", "Identities of machines (Acct)"),
        new("Citrix.Broker.Admin.V2", "Catalogs and registrations (Broker)"),
        new("Citrix.Configuration.Admin.V2", "The site and its zones (Config)"),
        new("Citrix.ConfigurationLogging.Admin.V1", "The audit (Log)"),
        new("Citrix.Host.Admin.V2", "Connections, hosting units and the drive XDHyp: (Hyp)"),
        new("Citrix.MachineCreation.Admin.V2", "Images, tasks and machines (Prov)"),
    ];
}
