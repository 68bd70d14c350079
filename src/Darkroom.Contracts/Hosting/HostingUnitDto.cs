namespace Darkroom.Contracts.Hosting;

/// <summary>One VPC, one availability zone and its subnets, inside a connection.</summary>
public sealed record HostingUnitDto
{
    public required Guid HostingUnitUid { get; init; }
    public required string HostingUnitName { get; init; }
    public required Guid HypervisorConnectionUid { get; init; }
    public required string HypervisorConnectionName { get; init; }

    /// <summary><c>XDHyp:\Connections\{connection}\{vpc}.virtualprivatecloud</c>.</summary>
    public required string RootPath { get; init; }
    public required string VpcId { get; init; }

    /// <summary>E.g. <c>us-east-1a</c>.</summary>
    public required string AvailabilityZone { get; init; }
    public required IReadOnlyList<SubnetDto> Subnets { get; init; }
    public required DateTimeOffset CreateTime { get; init; }
    public required long Version { get; init; }
}

/// <summary>A subnet of a hosting unit.</summary>
public sealed record SubnetDto(string SubnetId, string CidrBlock, string NetworkPath);

/// <summary>Body of POST /hosting-units.</summary>
public sealed record CreateHostingUnitRequest
{
    public required string HostingUnitName { get; init; }

    /// <summary>Connection by name or uid.</summary>
    public required string HypervisorConnection { get; init; }

    /// <summary>Path of the VPC below the connection.</summary>
    public required string RootPath { get; init; }

    /// <summary>Path of the zone, or its bare name.</summary>
    public required string AvailabilityZonePath { get; init; }

    /// <summary>Paths of the subnets; at least one.</summary>
    public required IReadOnlyList<string> NetworkPaths { get; init; }
}

/// <summary>Body of PATCH /hosting-units/{nameOrUid}; a null member stays as it is.</summary>
public sealed record UpdateHostingUnitRequest
{
    public string? HostingUnitName { get; init; }
    public IReadOnlyList<string>? NetworkPaths { get; init; }
}
