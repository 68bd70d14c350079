using Darkroom.Contracts.Images;
using Darkroom.Studio.Frame;

namespace Darkroom.Studio.Images.Lineage;

/// <summary>The nodes of a lineage as people read them.</summary>
internal static class LineageWords
{
    /// <summary>Empty where the name says it already.</summary>
    public static string Of(LineageNodeKind kind) => kind switch
    {
        LineageNodeKind.MasterImage => "Master image",
        LineageNodeKind.PreparedImage => "Prepared image",
        LineageNodeKind.Snapshot => "Snapshot",
        LineageNodeKind.HostingUnit => "Hosting unit",
        LineageNodeKind.Catalog => "Catalog",
        _ => "",
    };

    public static string NameOf(LineageNodeDto node) => node.Kind switch
    {
        LineageNodeKind.MasterSpec => "Master spec",
        LineageNodeKind.PreparedSpec => "Prepared spec",
        _ => node.Name,
    };

    /// <summary>Without a text there is nothing to say.</summary>
    public static (string Text, StateBadge.Tone Kind) Of(LineageNodeDto node) => node.State switch
    {
        LineageState.Present => ("In the account", StateBadge.Tone.Good),
        LineageState.Missing => ("Not in the account", StateBadge.Tone.Bad),
        LineageState.Unknown => ("Unknown", StateBadge.Tone.Held),
        LineageState.InProgress => ("In progress", StateBadge.Tone.Busy),
        LineageState.Success => (node.Kind == LineageNodeKind.HostingUnit ? "Usable" : "Prepared", StateBadge.Tone.Good),
        LineageState.Failed => ("Failed", StateBadge.Tone.Bad),
        LineageState.Deleting => ("Removing", StateBadge.Tone.Undone),
        LineageState.Current => ("In use", StateBadge.Tone.Good),
        LineageState.History when node.Machines > 0 => ("Machines still run on it", StateBadge.Tone.Held),
        LineageState.History => ("Used before", StateBadge.Tone.Idle),
        _ => ("", StateBadge.Tone.Idle),
    };

    public static string MoreOf(LineageNodeDto node) => node switch
    {
        { IsPrimary: true } => "made here",
        { IsPrimary: false } => "shared",
        { Machines: 1 } => "1 machine",
        { Machines: { } many } => $"{many} machines",
        _ => "",
    };

    public static string? AddressOf(LineageNodeDto node) => node switch
    {
        { Kind: LineageNodeKind.HostingUnit, Uid: { } unit } => $"/hosting/units/{unit}",
        { Kind: LineageNodeKind.MasterSpec or LineageNodeKind.PreparedSpec, Uid: { } spec } => $"/image-version-specs/{spec}",
        _ => null,
    };
}
