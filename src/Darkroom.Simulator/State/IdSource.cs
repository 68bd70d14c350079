using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Darkroom.Simulator.State;

/// <summary>Makes ids that look like AWS's; the same seed gives the same ids in the same order.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Ids are names here, not secrets.")]
internal sealed class IdSource(int seed)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);

    /// <summary>A new id such as <c>i-0a1b2c3d4e5f60718</c>.</summary>
    public string New(string prefix) => $"{prefix}-0{Hex(16)}";

    public string Guid()
    {
        var hex = Hex(32);
        return string.Create(CultureInfo.InvariantCulture, $"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}");
    }

    public string Hex(int digits)
    {
        lock (gate)
            return random.GetHexString(digits, lowercase: true);
    }
}
