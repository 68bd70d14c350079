namespace Darkroom.Contracts.Paths;

/// <summary>What an item below a connection or a hosting unit is. In a path it is the suffix after the label's last dot, in lower case.</summary>
public enum ItemType
{
    VirtualPrivateCloud,
    AvailabilityZone,
    Network,
    Template,
    Vm,
    LaunchTemplate,
    LaunchTemplateVersion,
    ServiceOffering,
    SecurityGroup,
}
