using System.Management.Automation;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.Zones;

/// <summary>Returns the zones of the site. There is one, and its uid is what -ZoneUid takes.</summary>
/// <example>
/// See what -ZoneUid takes.
/// <code>(Get-ConfigZone).Uid</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ConfigZone")]
[OutputType(typeof(ConfigZone))]
public sealed class GetConfigZone : ListingCmdlet
{
    /// <summary>Only zones of this name, which may have wildcards.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ZoneNames))]
    public string? Name { get; set; }

    /// <summary>Only the zone with this uid.</summary>
    [Parameter]
    [ValidateNotNull]
    [NoFiles]
    public Guid? Uid { get; set; }

    /// <summary>Only zones with a server of this name, which may have wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [NoFiles]
    public string? ControllerName { get; set; }

    /// <summary>Only primary zones, or only others.</summary>
    [Parameter]
    [ValidateNotNull]
    public bool? IsPrimary { get; set; }

    protected override void ProcessRecord() => Attempt(Uid ?? (object?)Name, () =>
    {
        var (name, controller) = (NamePattern.Of(Name), NamePattern.Of(ControllerName));
        WriteListing(
            async (_, _, ct) => new Page<ZoneDto>(Known(name, await Client.Zones.ListAsync(ct).ConfigureAwait(false)), null),
            zone => new ConfigZone(zone, ServerHost),
            zone => name?.Matches(zone.Name) != false
                && controller?.Matches(ServerHost) != false
                && (Uid is null || zone.Uid == Uid)
                && (IsPrimary is null || zone.IsPrimary == IsPrimary));
    });

    private IReadOnlyList<ZoneDto> Known(NamePattern? name, IReadOnlyList<ZoneDto> zones)
    {
        var missing = Uid is { } uid && zones.All(zone => zone.Uid != uid) ? uid.ToString()
            : name is { IsName: true } && !zones.Any(zone => name.Matches(zone.Name)) ? name.Name
            : null;
        return missing is null ? zones : throw ZoneErrors.NotFound.With(missing, string.Join(", ", zones.Select(zone => zone.Name)));
    }
}
