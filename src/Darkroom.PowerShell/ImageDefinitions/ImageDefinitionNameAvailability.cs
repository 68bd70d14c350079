using Darkroom.Contracts.Images;

namespace Darkroom.PowerShell.ImageDefinitions;

/// <summary>Whether an image definition may take a name.</summary>
public sealed class ImageDefinitionNameAvailability
{
    internal ImageDefinitionNameAvailability(NameAvailabilityDto name) => (Name, Available) = (name.Name, name.Available);

    public string Name { get; }

    public bool Available { get; }
}
