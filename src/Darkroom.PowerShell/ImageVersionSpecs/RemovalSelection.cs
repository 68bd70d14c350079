using System.Management.Automation;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>What a pipeline has named for removal: specs, and shares of specs (docs/decisions/removing-what-is-piped.md).</summary>
internal sealed class RemovalSelection
{
    private readonly Dictionary<Guid, SelectedSpec> _specs = [];

    /// <summary>What depends on something else comes before it: shares, then prepared specs, then master specs, each as they were named.</summary>
    public IEnumerable<SelectedSpec> InOrder() => _specs.Values.OrderBy(spec => spec.IsNamed).ThenBy(spec => spec.IsMaster);

    /// <param name="row">What was piped; null where the spec was given by its uid.</param>
    /// <exception cref="ModuleException">ShareIncomplete.</exception>
    public void Add(Guid spec, PSObject? row)
    {
        var share = Value(row, "IsPrimary") is { } primary && bool.TryParse(primary, out var isPrimary) && !isPrimary
            ? Value(row, "HostingUnitUid") ?? Value(row, "HostingUnitName") ?? throw RemovalErrors.ShareIncomplete.With(spec)
            : null;
        if (!_specs.TryGetValue(spec, out var selected))
        {
            _specs[spec] = selected = new SelectedSpec(spec);
        }

        if (share is not null)
        {
            selected.Shares.TryAdd(share, Value(row, "HostingUnitName") ?? share);
            return;
        }

        selected.IsNamed = true;
        selected.IsMaster |= bool.TryParse(Value(row, "IsPrepared"), out var isPrepared) && !isPrepared;
    }

    private static string? Value(PSObject? row, string member) => row?.Properties[member]?.Value?.ToString() is { Length: > 0 } text ? text : null;
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
