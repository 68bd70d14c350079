using Darkroom.CmdletList;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>Where the list of the reference and what is really there don't say the same.</summary>
internal static class ListDifferences
{
    /// <param name="there">The parameters of each cmdlet that is there.</param>
    public static IEnumerable<string> Of(IReadOnlyList<ListedCmdlet> listed, IReadOnlyDictionary<string, IReadOnlyCollection<string>> there) =>
    [
        .. there.Keys.Except(listed.Select(cmdlet => cmdlet.Name)).Select(name => $"{name} isn't listed"),
        .. listed.GroupBy(cmdlet => cmdlet.Name).Where(alike => alike.Count() > 1).Select(alike => $"{alike.Key} is listed twice"),
        .. listed.Where(cmdlet => cmdlet.Why.Length == 0 && cmdlet.Mark != Mark.Here).Select(cmdlet => $"{cmdlet.Name} is marked without a reason"),
        .. listed.SelectMany(cmdlet => (cmdlet.IsThere, there.TryGetValue(cmdlet.Name, out var parameters)) switch
        {
            (true, false) => [$"{cmdlet.Name} is marked as there and isn't"],
            (false, true) => [$"{cmdlet.Name} is there and marked as not there"],
            (true, true) => OfParameters(cmdlet.Name, cmdlet.Parameters, parameters!, parameters!),
            _ => Enumerable.Empty<string>(),
        }),
    ];

    /// <param name="taken">Names that are understood.</param>
    /// <param name="own">Those among them that have to be listed.</param>
    public static IEnumerable<string> OfParameters(string owner, IReadOnlyList<ListedParameter> listed, IReadOnlyCollection<string> taken, IReadOnlyCollection<string> own) =>
    [
        .. own.Except(listed.Select(parameter => parameter.Name)).Select(name => $"{owner} -{name} isn't listed"),
        .. listed.Where(parameter => parameter.IsTaken && !taken.Contains(parameter.Name)).Select(parameter => $"{owner} -{parameter.Name} is marked as there and isn't"),
        .. listed.Where(parameter => !parameter.IsTaken && taken.Contains(parameter.Name)).Select(parameter => $"{owner} -{parameter.Name} is there and marked as not there"),
        .. listed.Where(parameter => parameter.Why.Length == 0 && parameter.Mark != Mark.Here).Select(parameter => $"{owner} -{parameter.Name} is marked without a reason"),
    ];
}
