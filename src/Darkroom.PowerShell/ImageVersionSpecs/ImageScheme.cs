using System.Collections;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>The hardware that a prepared spec was asked to have.</summary>
public sealed class ImageScheme
{
    internal ImageScheme(ImageSchemeDto scheme)
    {
        MachineProfile = scheme.MachineProfile;
        ServiceOffering = scheme.ServiceOffering;
        NetworkMapping = Texts.Table(scheme.NetworkMapping);
        CustomProperties = scheme.CustomProperties;
    }

    public string MachineProfile { get; }

    /// <summary>Instance type, e.g. <c>t3.medium</c>.</summary>
    public string ServiceOffering { get; }

    /// <summary>NIC index as a string to the path of its subnet.</summary>
    public Hashtable NetworkMapping { get; }

    public string? CustomProperties { get; }

    public override string ToString() => $"{ServiceOffering}, {MachineProfile}";
}
