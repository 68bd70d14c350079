using System.Collections;
using Darkroom.Contracts.Hosting;

namespace Darkroom.PowerShell.Zones;

/// <summary>A zone of the site; there is one, the primary zone.</summary>
public sealed class ConfigZone
{
    internal ConfigZone(ZoneDto zone, string host)
    {
        Uid = zone.Uid;
        Name = zone.Name;
        Description = zone.Description;
        IsPrimary = zone.IsPrimary;
        ControllerNames = [host];
    }

    /// <summary>What -ZoneUid takes.</summary>
    public Guid Uid { get; }

    public string Name { get; }

    public string Description { get; }

    public bool IsPrimary { get; }

    /// <summary>The server that has answered.</summary>
    public string[] ControllerNames { get; }

    /// <summary>Empty: a server is no member of a domain.</summary>
    public string[] ControllerSids { get; } = [];

    /// <summary>True: the zone's server has answered.</summary>
    public bool IsHealthy => ControllerNames.Length > 0;

    /// <summary>Null: no other system knows the zone under a name of its own.</summary>
    public string? ExternalUid { get; }

    /// <summary>False: there are no edge servers.</summary>
    public bool HasValidEdgeServers { get; }

    /// <summary>Null: a site has one tenant.</summary>
    public Guid? TenantId { get; }

    public Hashtable Metadata { get; } = [];
}
