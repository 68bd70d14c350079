using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

/// <summary>
/// The engine alone lacks the cmdlets of PowerShell's own modules (they come with the full product). These do for scripts what those would do; the module
/// itself relies on none of them.
/// </summary>
internal static class StandInCommands
{
    public static IEnumerable<SessionStateCommandEntry> All =>
        from type in typeof(StandInCommands).Assembly.GetTypes()
        where type.Namespace == typeof(StandInCommands).Namespace
        let cmdlet = type.GetCustomAttribute<CmdletAttribute>()
        where cmdlet is not null
        select new SessionStateCmdletEntry($"{cmdlet.VerbName}-{cmdlet.NounName}", type, null);
}
