using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Drive;

/// <summary>The API's requests for what a command says about a hosting unit.</summary>
internal static class HostingUnitRequests
{
    /// <exception cref="Errors.ModuleException">Something that was given can't be done, or something that is needed is missing.</exception>
    public static CreateHostingUnitRequest Create(string name, NewHostingUnitParameters given)
    {
        if (given.StoragePath is { Length: > 0 }) throw DriveErrors.StorageGiven.With(nameof(given.StoragePath));
        if (given.PersonalvDiskStoragePath is { Length: > 0 }) throw DriveErrors.StorageGiven.With(nameof(given.PersonalvDiskStoragePath));
        if (string.IsNullOrEmpty(given.RootPath)) throw DriveErrors.RootPathMissing.With(name);
        if (given.NetworkPath is not { Length: > 0 }) throw DriveErrors.NetworkPathMissing.With(name);
        string[] networks = [.. given.NetworkPath.Select(CompletedPath.Meant)];
        return new CreateHostingUnitRequest
        {
            HostingUnitName = name,
            HypervisorConnection = Connection(name, given),
            RootPath = CompletedPath.Meant(given.RootPath),
            AvailabilityZonePath = Zone(name, given, networks),
            NetworkPaths = networks,
        };
    }

    /// <exception cref="Errors.ModuleException">Nothing was given.</exception>
    public static UpdateHostingUnitRequest Update(string name, HostingUnitParameters given) => given.NetworkPath is { Length: > 0 } networks
        ? new UpdateHostingUnitRequest { NetworkPaths = [.. networks.Select(CompletedPath.Meant)] }
        : throw CmdletErrors.NothingToChange.With(name, nameof(given.NetworkPath));

    /// <summary>A sentence for each thing that was given and can't have an effect.</summary>
    public static IEnumerable<string> WithoutEffect(NewHostingUnitParameters given)
    {
        if (given.NoVmTagging) yield return "NoVmTagging has no effect: whatever Darkroom makes carries its tags.";
        if (given.UseLocalStorageCaching) yield return "UseLocalStorageCaching has no effect: there is no storage to cache.";
        if (!string.IsNullOrEmpty(given.GpuGroup)) yield return "GpuGroup has no effect: a machine's GPU comes with its service offering.";
    }

    private static string Connection(string name, NewHostingUnitParameters given)
    {
        if (given.HypervisorConnectionUid != Guid.Empty) return given.HypervisorConnectionUid.ToString();
        if (!string.IsNullOrEmpty(given.HypervisorConnectionName)) return given.HypervisorConnectionName;
        return XDHypPath.TryParse(given.RootPath!, out var root, out _) && root is { Root: PathRoot.Connections, Head: not null }
            ? DriveReader.NameOf(root)
            : throw DriveErrors.ConnectionMissing.With(name);
    }

    private static string Zone(string name, NewHostingUnitParameters given, string[] networks) => given.AvailabilityZonePath switch
    {
        [var only] => CompletedPath.Meant(only),
        null or [] => ZoneOf(name, networks[0]),
        var several => throw DriveErrors.SeveralZones.With(name, several.Length),
    };

    private static string ZoneOf(string name, string network)
    {
        if (!XDHypPath.TryParse(network, out var path, out var error)) throw DriveErrors.NetworkPathUnread.With(name, network, error.Message);
        return path.Nodes.FirstOrDefault(node => node.Type == ItemType.AvailabilityZone)?.Name ?? throw DriveErrors.ZoneMissing.With(name, network);
    }
}
