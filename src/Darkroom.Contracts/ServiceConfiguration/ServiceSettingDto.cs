namespace Darkroom.Contracts.ServiceConfiguration;

/// <summary>A setting of the whole site, by its documented name (Set-ProvServiceConfigurationData).</summary>
public sealed record ServiceSettingDto
{
    /// <summary>E.g. <c>ImageManagementPrep_PreparationTimeout</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What applies: the value that was set, or the default.</summary>
    public required string Value { get; init; }
    public required string DefaultValue { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>When it was set; null while the default applies.</summary>
    public DateTimeOffset? SetAt { get; init; }
}

/// <summary>Body of PUT /service-configuration/{name}.</summary>
public sealed record SetServiceSettingRequest
{
    /// <summary>As the setting's meaning describes it; numbers and truth values as text.</summary>
    public required string Value { get; init; }
}
