using Darkroom.Contracts.ServiceConfiguration;

namespace Darkroom.PowerShell.ServiceConfiguration;

/// <summary>A setting of the whole site.</summary>
public sealed class ServiceConfigurationData
{
    internal ServiceConfigurationData(ServiceSettingDto setting)
    {
        Name = setting.Name;
        Value = setting.Value;
        DefaultValue = setting.DefaultValue;
        Description = setting.Meaning;
        SetTime = setting.SetAt?.LocalDateTime;
    }

    public string Name { get; }

    /// <summary>What applies: the value that was set, or the default.</summary>
    public string Value { get; }

    public string DefaultValue { get; }

    /// <summary>What it does.</summary>
    public string Description { get; }

    /// <summary>In local time; null while the default applies.</summary>
    public DateTime? SetTime { get; }
}
