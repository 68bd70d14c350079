using System.Text.RegularExpressions;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>Which answers the document promises to a request.</summary>
internal static class Documented
{
    private static readonly (ApiOperation Operation, Regex Path)[] Paths =
        [.. ApiOperation.All.Select(operation => (operation, new Regex("^" + Regex.Replace(Regex.Escape(operation.Path), @"\\\{[^}]+}", "[^/]+") + "$")))];

    /// <summary>The operation that a request is for; null when the document has none.</summary>
    public static ApiOperation? Of(Sent sent) => OnPath(sent).FirstOrDefault(operation => operation.Method == sent.Method);

    /// <summary>What is wrong with the status of an answer; null when nothing is.</summary>
    public static string? Complaint(Sent sent, Reply reply)
    {
        var operation = Of(sent);
        var fits = reply.Status switch
        {
            // Who isn't known learns nothing about the methods of a path.
            401 when operation is null => true,
            414 => true,
            405 => operation is null,
            404 when !OnPath(sent).Any() => true,
            415 => sent is { Body: not null, ContentType: not "application/json" },
            _ => operation?.Statuses.Contains(reply.Status) ?? false,
        };
        return fits ? null : $"the document doesn't know {reply.Status} of {operation?.Id ?? sent.Target}";
    }

    private static IEnumerable<ApiOperation> OnPath(Sent sent)
    {
        var path = sent.Target.Split('?')[0];
        var on = Paths.Where(known => known.Path.IsMatch(path)).Select(known => known.Operation).ToList();

        // A literal segment goes before a parameter, as in routing.
        var fewest = on.Count == 0 ? 0 : on.Min(operation => operation.ParametersIn("path").Count());
        return on.Where(operation => operation.ParametersIn("path").Count() == fewest || operation.Method == sent.Method);
    }
}
