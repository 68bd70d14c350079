using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>What can't be understood of names with wildcards, -Filter, -SortBy and -Property.</summary>
public static class FilterErrors
{
    public static readonly ModuleError Invalid = new(
        "InvalidFilter", ErrorCategory.InvalidArgument, "{0} can't be understood at character {1}: {2}{3}", "{4}");

    public static readonly ModuleError NoPattern = new(
        "InvalidFilter", ErrorCategory.InvalidArgument, "'{0}' is no pattern.", "Close each [ with a ], or write `[ for the character itself.");

    public static readonly ModuleError InvalidSortBy = Invalid with { Code = "InvalidSortBy" };

    /// <summary>The error, with the line it is in and a mark below the place.</summary>
    /// <param name="parameter">Whose text it is, e.g. <c>-Filter</c>.</param>
    /// <param name="position">Where in the text, from 0.</param>
    internal static ModuleException At(string parameter, string text, int position, string what, string remedy)
    {
        var at = Math.Clamp(position, 0, text.Length);
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at) is >= 0 and var next ? next : text.Length;
        var line = text[start..end].TrimEnd('\r').Replace('\t', ' ');
        return (parameter == "-SortBy" ? InvalidSortBy : Invalid).With(parameter, position + 1, what, $"{Environment.NewLine}{line}{Environment.NewLine}{new string(' ', at - start)}^", remedy).About(text);
    }
}
