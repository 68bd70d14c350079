using Darkroom.Contracts.Images;
using Darkroom.Contracts.Paths;

namespace Darkroom.Studio.Frame;

/// <summary>The API's names as people read them.</summary>
public static class Words
{
    public static string Of(OsType os, SessionSupport sessions) => $"{os}, {Of(sessions)}";

    public static string Of(SessionSupport sessions) => sessions == SessionSupport.MultiSession ? "multi-session" : "single-session";

    /// <summary>What a path leads to, as it is called below its hosting unit: names and ids, without what says of which kind they are.</summary>
    public static string? InUnit(string? path) => path is not null && XDHypPath.TryParse(path, out var read, out _)
        ? string.Join(" / ", read.Nodes.Where(node => node.Type != ItemType.AvailabilityZone).Select(node => node.Id is { } id ? $"{node.Name} ({id})" : node.Name))
        : path;

    /// <summary>A duration that is only roughly known.</summary>
    public static string Duration(double seconds) => Math.Round(seconds) switch
    {
        < 1 => "under 1 s",
        < 90 => $"{Math.Round(seconds)} s",
        < 90 * 60 => $"{Math.Round(seconds / 60)} min",
        var hours => $"{(int)Math.Round(hours / 60) / 60} h {(int)Math.Round(hours / 60) % 60} min",
    };
}
