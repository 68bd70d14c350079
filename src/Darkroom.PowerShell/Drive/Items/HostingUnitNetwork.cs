using Darkroom.Contracts.Hosting;

namespace Darkroom.PowerShell.Drive;

/// <summary>A subnet that machines of a hosting unit may use.</summary>
public sealed class HostingUnitNetwork
{
    internal HostingUnitNetwork(SubnetDto subnet) => (NetworkId, NetworkPath, CidrBlock) = (subnet.SubnetId, subnet.NetworkPath, subnet.CidrBlock);

    /// <summary><c>subnet-…</c>.</summary>
    public string NetworkId { get; }

    /// <summary>Absolute, below the connection.</summary>
    public string NetworkPath { get; }

    public string CidrBlock { get; }

    public override string ToString() => NetworkPath;
}
