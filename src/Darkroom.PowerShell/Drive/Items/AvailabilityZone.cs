namespace Darkroom.PowerShell.Drive;

/// <summary>The availability zone of a hosting unit.</summary>
public sealed class AvailabilityZone
{
    internal AvailabilityZone(string id, string path) => (AvailabilityZoneId, AvailabilityZonePath) = (id, path);

    /// <summary>The zone's name, e.g. <c>us-east-1a</c>: with it, scripts build the path of the zone below RootPath.</summary>
    public string AvailabilityZoneId { get; }

    /// <summary>Absolute, below the connection.</summary>
    public string AvailabilityZonePath { get; }

    public override string ToString() => AvailabilityZoneId;
}
