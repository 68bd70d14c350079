using System.Globalization;

namespace Darkroom.Core.ServiceConfiguration;

/// <summary>
/// A documented setting of which Darkroom can do one value only. Scripts may set that one; another is refused with the reason, since a value that is
/// kept and not heeded would be a lie.
/// </summary>
/// <typeparam name="T">Kind of its values.</typeparam>
public abstract class FixedSetting<T> : KnownSetting
    where T : struct, IParsable<T>
{
    public override string DefaultValue => Write(Only);

    protected abstract T Only { get; }

    /// <summary>Why another value can't be honoured.</summary>
    protected abstract string Reason { get; }

    /// <summary>What a value has to be, after "Give".</summary>
    protected abstract string Expected { get; }

    public override string Read(string value)
    {
        if (!T.TryParse(value.Trim(), CultureInfo.InvariantCulture, out var given))
        {
            throw Invalid(value, Expected);
        }

        return EqualityComparer<T>.Default.Equals(given, Only)
            ? Write(Only)
            : throw ServiceConfigurationErrors.Unsupported.With(Name, Write(given), Reason, Write(Only)).On("value").AsException();
    }

    private static string Write(T value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
