using System.Management.Automation;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.SnapIns;

/// <summary>A cmdlet of the time when cmdlets came in snap-ins, which this module's cmdlets don't need: they ask no server and change nothing.</summary>
public abstract class SnapInCmdlet : PSCmdlet
{
    /// <summary>The snap-ins of these names; a name that none has is an error.</summary>
    private protected IEnumerable<SnapIn> Named(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var pattern = new NamePattern(name);
            var found = SnapIn.Known.Where(snapIn => pattern.Matches(snapIn.Name)).ToList();
            if (found.Count == 0)
            {
                WriteError(ErrorRecords.From(SnapInErrors.Unknown.With(name, string.Join(", ", SnapIn.Known.Select(snapIn => snapIn.Name))), name));
            }

            foreach (var snapIn in found)
            {
                yield return snapIn;
            }
        }
    }
}
