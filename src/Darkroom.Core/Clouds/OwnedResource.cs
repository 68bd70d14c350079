namespace Darkroom.Core.Clouds;

/// <summary>Kinds of resources that Darkroom makes.</summary>
public enum OwnedResourceKind { Instance, Image, Snapshot, Volume, IsolationGroup, NetworkInterface }

/// <summary>A resource in the account that carries our tags.</summary>
public sealed record OwnedResource(OwnedResourceKind Kind, string Id, string State, IReadOnlyDictionary<string, string> Tags)
{
    public Guid? OperationId => Guid.TryParse(Tags.GetValueOrDefault(ResourceTags.OperationTag), out var id) ? id : null;

    public string? Reference => Tags.GetValueOrDefault(ResourceTags.ReferenceTag);
}

/// <summary>The tags that everything made carries; they find it again when nobody knows whether it was made.</summary>
public sealed record ResourceTags(Guid OperationId, string Reference, Guid ConnectionUid, string DefinitionName, int VersionNumber)
{
    public const string OperationTag = "darkroom:operation";
    public const string ReferenceTag = "darkroom:ref";
    public const string ConnectionTag = "darkroom:connection";
    public const string DefinitionTag = "darkroom:image-definition";
    public const string VersionTag = "darkroom:image-version";

    public IReadOnlyDictionary<string, string> ToDictionary() => new Dictionary<string, string>
    {
        [OperationTag] = OperationId.ToString(),
        [ReferenceTag] = Reference,
        [ConnectionTag] = ConnectionUid.ToString(),
        [DefinitionTag] = DefinitionName,
        [VersionTag] = VersionNumber.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
