using Darkroom.Contracts.Hosting;

namespace Darkroom.PowerShell.Broker;

/// <summary>The registration of a hypervisor connection with the broker.</summary>
public sealed class BrokerHypervisorConnection
{
    internal BrokerHypervisorConnection(BrokerConnectionDto connection)
    {
        Uid = connection.Uid;
        Name = connection.Name;
        HypHypervisorConnectionUid = connection.HypHypervisorConnectionUid;
        State = connection.State;
        FaultState = connection.FaultState;
        IsReady = connection.IsReady;
        Capabilities = [.. connection.Capabilities];
        MachineCount = connection.MachineCount;
        PreferredController = connection.PreferredController;
        ZoneUid = connection.ZoneUid;
        ZoneName = connection.ZoneName;
    }

    /// <summary>The broker's own number.</summary>
    public int Uid { get; }

    public string Name { get; }

    /// <summary>The uid of the connection on the drive.</summary>
    public Guid HypHypervisorConnectionUid { get; }

    public BrokerConnectionState State { get; }

    public BrokerFaultState FaultState { get; }

    public bool IsReady { get; }

    /// <summary>What can be done on the connection.</summary>
    public string[] Capabilities { get; }

    /// <summary>The same as Capabilities.</summary>
    public string[] HypervisorCapabilities => Capabilities;

    public int MachineCount { get; }

    /// <summary>As it was given; the server chooses by itself who works.</summary>
    public string? PreferredController { get; }

    public Guid ZoneUid { get; }

    public string ZoneName { get; }

    /// <summary>What -Name takes.</summary>
    public override string ToString() => Name;
}
