using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Darkroom.Simulator.State;

/// <summary>Makes ids that look like AWS's; the same seed gives the same ids in the same order.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Ids are names here, not secrets.")]
internal sealed class IdSource(int seed)
{
    private readonly Lock gate = new();
    private Random random = new(seed);
    private List<string>? noted;
    private Queue<string>? repeated;

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
        {
            var drawn = repeated is null ? random.GetHexString(digits, lowercase: true) : repeated.Dequeue();
            noted?.Add(drawn);
            return drawn;
        }
    }

    /// <summary>Notes what is drawn meanwhile.</summary>
    public T Noting<T>(List<string> drawn, Func<T> work)
    {
        noted = drawn;
        try
        {
            return work();
        }
        finally
        {
            noted = null;
        }
    }

    /// <summary>Hands out meanwhile what was drawn before.</summary>
    public void Repeating(IReadOnlyList<string> drawn, Action work)
    {
        repeated = new(drawn);
        try
        {
            work();
        }
        finally
        {
            repeated = null;
        }
    }

    /// <summary>Leaves the order of the seed, which earlier runs have drawn from, for another one.</summary>
    public void BeginAnew(int run)
    {
        lock (gate)
            random = run == 0 ? random : new(seed + run);
    }
}
