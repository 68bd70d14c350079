using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Use;

namespace Darkroom.Core.Images.Lineage;

/// <summary>What the cloud said of images: one that it doesn't have is null, one that it said nothing of is left out.</summary>
internal sealed record ImagesSeen(IReadOnlyDictionary<string, ImageStatus?> Images, IReadOnlyList<Error> Problems)
{
    public static readonly ImagesSeen Nothing = new(new Dictionary<string, ImageStatus?>(), []);

    public LineageState StateOf(string imageId) => !Images.TryGetValue(imageId, out var image) ? LineageState.Unknown : image?.State switch
    {
        null => LineageState.Missing,
        CloudImageState.Pending => LineageState.InProgress,
        CloudImageState.Failed => LineageState.Failed,
        _ => LineageState.Present,
    };

    /// <summary>A snapshot can't go while its image is there; without the image nothing is known of it.</summary>
    public LineageState StateOfSnapshot(string imageId, string snapshotId) =>
        Images.GetValueOrDefault(imageId) is not { } image ? LineageState.Unknown
        : image.SnapshotIds.Contains(snapshotId) ? LineageState.Present
        : LineageState.Missing;
}

/// <summary>Where a prepared spec may be used, by what it is or was used, and what runs on it.</summary>
/// <param name="SchemeNames">Of the schemes that the machines belong to, where they are known.</param>
internal sealed record LineageUse(
    IReadOnlyList<ImageVersionSpecHostingUnitDto> HostingUnits, IReadOnlyList<ImageAssignment> Assignments, IReadOnlyList<BootedMachine> Machines,
    IReadOnlyDictionary<Guid, string> SchemeNames);

/// <summary>From the master AMI down to the catalogs.</summary>
internal static class LineageTree
{
    public static IEnumerable<LineageNodeDto> Of(ImageVersionSpec master, ImageVersionSpec? prepared, LineageUse use, ImagesSeen seen)
    {
        var root = new LineageNodeDto
        {
            Id = $"master-image:{master.MasterImageId}",
            Kind = LineageNodeKind.MasterImage,
            State = seen.StateOf(master.MasterImageId),
            Name = seen.Images.GetValueOrDefault(master.MasterImageId)?.Name ?? master.MasterImagePath,
            CloudId = master.MasterImageId,
        };
        var source = Spec(master, root.Id, LineageNodeKind.MasterSpec, "master spec");
        return prepared is null ? [root, source] : [root, source, .. Prepared(prepared, source.Id, use, seen)];
    }

    private static IEnumerable<LineageNodeDto> Prepared(ImageVersionSpec prepared, string parent, LineageUse use, ImagesSeen seen)
    {
        var spec = Spec(prepared, parent, LineageNodeKind.PreparedSpec, "prepared spec");
        var units = use.HostingUnits.ToDictionary(unit => unit.HostingUnitUid, unit => Unit(unit, spec.Id));
        return [spec, .. Image(prepared, spec.Id, seen), .. units.Values, .. Catalogs(use, units, spec.Id)];
    }

    private static LineageNodeDto Spec(ImageVersionSpec spec, string parent, LineageNodeKind kind, string name) => new()
    {
        Id = $"spec:{spec.Uid}",
        ParentId = parent,
        Kind = kind,
        State = spec.Status switch
        {
            ImageVersionSpecStatus.None => LineageState.None,
            ImageVersionSpecStatus.InProgress => LineageState.InProgress,
            ImageVersionSpecStatus.Success => LineageState.Success,
            ImageVersionSpecStatus.Deleting => LineageState.Deleting,
            _ => LineageState.Failed,
        },
        Name = name,
        Uid = spec.Uid,
        Since = spec.CreatedAt,
    };

    private static IEnumerable<LineageNodeDto> Image(ImageVersionSpec prepared, string parent, ImagesSeen seen)
    {
        if (prepared.ImageId is not { } imageId)
        {
            return [];
        }

        var image = new LineageNodeDto
        {
            Id = $"image:{imageId}",
            ParentId = parent,
            Kind = LineageNodeKind.PreparedImage,
            State = seen.StateOf(imageId),
            Name = seen.Images.GetValueOrDefault(imageId)?.Name ?? imageId,
            CloudId = imageId,
        };
        return
        [
            image,
            .. prepared.SnapshotIds.Select(snapshot => new LineageNodeDto
            {
                Id = $"snapshot:{snapshot}",
                ParentId = image.Id,
                Kind = LineageNodeKind.Snapshot,
                State = seen.StateOfSnapshot(imageId, snapshot),
                Name = snapshot,
                CloudId = snapshot,
            }),
        ];
    }

    private static LineageNodeDto Unit(ImageVersionSpecHostingUnitDto unit, string parent) => new()
    {
        Id = $"hosting-unit:{unit.HostingUnitUid}",
        ParentId = parent,
        Kind = LineageNodeKind.HostingUnit,
        State = unit.Status switch
        {
            ImageShareStatus.InProgress => LineageState.InProgress,
            ImageShareStatus.Success => LineageState.Success,
            ImageShareStatus.Deleting => LineageState.Deleting,
            _ => LineageState.Failed,
        },
        Name = unit.HostingUnitName,
        Uid = unit.HostingUnitUid,
        IsPrimary = unit.IsPrimary,
        Since = unit.SharedAt,
    };

    /// <summary>One node a scheme, be it assigned now, before, or only the one that machines on the image belong to; below the spec where its unit isn't shared to any more.</summary>
    private static IEnumerable<LineageNodeDto> Catalogs(LineageUse use, Dictionary<Guid, LineageNodeDto> units, string spec)
    {
        var assignments = use.Assignments.ToLookup(a => a.ProvisioningSchemeUid);
        var machines = use.Machines.ToLookup(m => m.ProvisioningSchemeUid);
        return assignments.Select(g => g.Key).Union(machines.Select(g => g.Key)).Select(scheme =>
        {
            var latest = assignments[scheme].OrderBy(a => a.IsCurrent).ThenBy(a => a.AssignedAt).LastOrDefault();
            var unit = latest?.HostingUnitUid ?? machines[scheme].First().HostingUnitUid;
            return new LineageNodeDto
            {
                Id = $"catalog:{scheme}",
                ParentId = units.GetValueOrDefault(unit)?.Id ?? spec,
                Kind = LineageNodeKind.Catalog,
                State = latest is { IsCurrent: true } ? LineageState.Current : LineageState.History,
                Name = latest?.ProvisioningSchemeName ?? use.SchemeNames.GetValueOrDefault(scheme) ?? $"{scheme}",
                Uid = scheme,
                Machines = machines[scheme].Count(),
                MachineNames = [.. machines[scheme].Select(m => m.Name).Where(name => name.Length > 0).Order(StringComparer.OrdinalIgnoreCase).Take(LineageNodeDto.MostMachineNames)],
                Since = latest?.AssignedAt,
            };
        }).OrderBy(node => node.Name, StringComparer.Ordinal);
    }
}
