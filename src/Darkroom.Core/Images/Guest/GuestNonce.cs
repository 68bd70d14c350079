using System.Security.Cryptography;

namespace Darkroom.Core.Images.Guest;

/// <summary>
/// The word that marks the lines of one preparation's report: letters and digits, so that neither script language can read more into it.
/// </summary>
public readonly record struct GuestNonce
{
    private readonly string? _value;

    /// <exception cref="ArgumentException">The value isn't 8 to 64 ASCII letters and digits.</exception>
    public GuestNonce(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length is < 8 or > 64 || !value.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException("A nonce has 8 to 64 ASCII letters and digits.", nameof(value));
        }

        _value = value;
    }

    /// <exception cref="InvalidOperationException">The nonce was never given a value.</exception>
    public string Value => _value ?? throw new InvalidOperationException("The nonce has no value.");

    /// <summary>A new one that nobody can guess.</summary>
    public static GuestNonce Create() => new(RandomNumberGenerator.GetHexString(32, lowercase: true));

    public override string ToString() => Value;
}
