namespace Darkroom.Contracts.Hosting;

/// <summary>Whether the broker can use a connection (cmdlet reference).</summary>
public enum BrokerConnectionState
{
    On,

    /// <summary>The connection is no more; its registration is left.</summary>
    Unavailable,
    InMaintenanceMode,
}

/// <summary>Why the broker can't use a connection.</summary>
public enum BrokerFaultState
{
    None,

    /// <summary>The connection was removed after it was registered.</summary>
    HypervisorConnectionRemoved,
}

/// <summary>The registration of a hypervisor connection with the broker. It outlives the connection, and keeps its last name.</summary>
public sealed record BrokerConnectionDto
{
    /// <summary>The broker's own number; never given twice.</summary>
    public required int Uid { get; init; }
    public required string Name { get; init; }
    public required Guid HypHypervisorConnectionUid { get; init; }
    public required BrokerConnectionState State { get; init; }
    public required BrokerFaultState FaultState { get; init; }
    public required bool IsReady { get; init; }

    /// <summary>What can be done on the connection; nothing once it is no more.</summary>
    public required IReadOnlyList<string> Capabilities { get; init; }

    /// <summary>How many machines of catalogs lie on the connection.</summary>
    public required int MachineCount { get; init; }
    public required Guid ZoneUid { get; init; }
    public required string ZoneName { get; init; }

    /// <summary>As it was given; Darkroom chooses by itself who works.</summary>
    public string? PreferredController { get; init; }
    public required DateTimeOffset CreateTime { get; init; }
}

/// <summary>Body of POST /broker-connections.</summary>
public sealed record CreateBrokerConnectionRequest
{
    /// <summary>Uid of the hypervisor connection.</summary>
    public required Guid HypHypervisorConnectionUid { get; init; }

    /// <summary>Kept and shown, and of no effect.</summary>
    public string? PreferredController { get; init; }
}
