using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>Filters and orders that can't be read.</summary>
public static class FilterErrors
{
    public static readonly ModuleError InvalidFilter = new(
        "InvalidFilter", ErrorCategory.InvalidArgument, "The filter is wrong at position {0}: {1}.",
        "Write components such as ImageDefinitionName -like 'off*', joined by -and and -or and grouped by parentheses.");

    public static readonly ModuleError InvalidSortBy = new(
        "InvalidSortBy", ErrorCategory.InvalidArgument, "'{0}' can't be sorted by: {1}.",
        "Give members of the objects, split by commas, each with - in front for the other direction.");
}
