using Darkroom.Contracts.Images;

namespace Darkroom.PowerShell.ImageDefinitions;

/// <summary>The binding of an image definition to a hypervisor connection.</summary>
public sealed class ImageDefinitionConnection
{
    internal ImageDefinitionConnection(ImageDefinitionConnectionDto connection)
    {
        ImageDefinitionUid = connection.ImageDefinitionUid;
        HypervisorConnectionUid = connection.HypervisorConnectionUid;
        HypervisorConnectionName = connection.HypervisorConnectionName;
        CustomProperties = connection.CustomProperties;
    }

    public Guid ImageDefinitionUid { get; }

    public Guid HypervisorConnectionUid { get; }

    public string HypervisorConnectionName { get; }

    public string? CustomProperties { get; }
}
