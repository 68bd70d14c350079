using System.Management.Automation;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.SnapIns;

/// <summary>A cmdlet of the time when cmdlets came in snap-ins, which this module's cmdlets don't need: they ask no server and change nothing.</summary>
public abstract class SnapInCmdlet : PSCmdlet
{
    /// <summary>The snap-ins of these names; a name that none has is an error.</summary>
    private protected IEnumerable<SnapIn> Named(IEnumerable<string> names) => names.SelectMany(Named);

    private IEnumerable<SnapIn> Named(string name)
    {
        try
        {
            var pattern = NamePattern.Parse(name);
            var found = SnapIn.Known.Where(snapIn => pattern.Matches(snapIn.Name)).ToList();
            return found.Count > 0 ? found : throw SnapInErrors.Unknown.With(name, string.Join(", ", SnapIn.Known.Select(snapIn => snapIn.Name)));
        }
        catch (ModuleException e)
        {
            WriteError(ErrorRecords.From(e, name));
            return [];
        }
    }
}
