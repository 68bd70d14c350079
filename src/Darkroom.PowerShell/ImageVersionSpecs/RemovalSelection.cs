using System.Management.Automation;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>What a pipeline has named for removal: specs, and shares of specs (docs/decisions/removing-what-is-piped.md).</summary>
internal sealed class RemovalSelection
{
    private readonly Dictionary<Guid, SelectedSpec> _specs = [];

    /// <summary>What depends on something else comes before it: shares, then prepared specs, then master specs, each as they were named.</summary>
    public IEnumerable<SelectedSpec> InOrder() => _specs.Values.OrderBy(spec => spec.IsNamed).ThenBy(spec => spec.IsMaster);

    /// <summary>Names a spec itself.</summary>
    public void Add(Guid spec) => Selected(spec).IsNamed = true;

    /// <summary>Names what a row stands for; a row of another spec stands for nothing.</summary>
    /// <param name="spec">The spec that the row is, or belongs to.</param>
    /// <exception cref="ModuleException">ShareIncomplete.</exception>
    public void Add(Guid spec, PSObject row)
    {
        // A uid that was given keeps the rows of other specs from being bound.
        if (Guid.TryParse(Value(row, "ImageVersionSpecUid"), out var own) && own != spec)
        {
            return;
        }

        if (!Is(row, "IsPrimary", false))
        {
            var selected = Selected(spec);
            selected.IsNamed = true;
            selected.IsMaster |= Is(row, "IsPrepared", false);
            return;
        }

        var unit = Value(row, "HostingUnitUid") ?? Value(row, "HostingUnitName") ?? throw RemovalErrors.ShareIncomplete.With(spec);
        Selected(spec).Shares.TryAdd(unit, Value(row, "HostingUnitName") ?? unit);
    }

    private SelectedSpec Selected(Guid spec)
    {
        if (!_specs.TryGetValue(spec, out var selected))
        {
            _specs[spec] = selected = new SelectedSpec(spec);
        }

        return selected;
    }

    /// <summary>A row that was read from a file has texts for members.</summary>
    private static bool Is(PSObject row, string member, bool value) => bool.TryParse(Value(row, member), out var found) && found == value;

    private static string? Value(PSObject row, string member) => row.Properties[member]?.Value?.ToString() is { Length: > 0 } text ? text : null;
}

/// <summary>A spec of which something was named.</summary>
internal sealed class SelectedSpec(Guid uid)
{
    public Guid Uid => uid;

    /// <summary>The spec itself is to go, and not its shares alone.</summary>
    public bool IsNamed { get; set; }

    /// <summary>Known to be a master spec.</summary>
    public bool IsMaster { get; set; }

    /// <summary>Hosting units by uid, or by name where no uid is known, with what they are called.</summary>
    public Dictionary<string, string> Shares { get; } = new(StringComparer.OrdinalIgnoreCase);
}
