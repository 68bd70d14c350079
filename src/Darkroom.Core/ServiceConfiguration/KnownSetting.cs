using Darkroom.Contracts.ServiceConfiguration;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.ServiceConfiguration;

/// <summary>A setting that Darkroom knows: its documented name, what it does, and which values it may have.</summary>
public abstract class KnownSetting
{
    /// <summary>The longest value, in characters.</summary>
    public const int MaxValue = 200;

    public abstract string Name { get; }

    public abstract string DefaultValue { get; }

    public abstract string Meaning { get; }

    /// <summary>The value as it is kept.</summary>
    /// <exception cref="DarkroomException">ServiceSettingInvalid; ServiceSettingUnsupported for what Darkroom can't do.</exception>
    public abstract string Read(string value);

    public ServiceSettingDto ToDto(ServiceSetting? set) => new()
    {
        Name = Name,
        Value = set?.Value ?? DefaultValue,
        DefaultValue = DefaultValue,
        Meaning = Meaning,
        SetAt = set?.SetAt,
    };

    /// <param name="expected">What to give instead, after "Give".</param>
    protected DarkroomException Invalid(string value, string expected) =>
        ServiceConfigurationErrors.Invalid.With(Name, Input.Excerpt(value), expected).On("value").AsException();
}
