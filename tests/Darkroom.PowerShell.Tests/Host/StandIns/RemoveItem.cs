using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Reflection;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

/// <summary>As PowerShell's own it first asks about what lies below, whatever -Force says, and removes no place that one stands in.</summary>
[Cmdlet(VerbsCommon.Remove, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class RemoveItem : PathCommand
{
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    protected override object? DynamicParametersOf(object context) =>
        Invoke(InvokeProvider.Item, "RemoveItemDynamicParameters", Paths[0], (bool)Recurse, context);

    protected override void ProcessRecord() => ForEachPath(path =>
    {
        foreach (var resolved in (Collection<PathInfo>)Invoke(SessionState.Path, "GetResolvedPSPathFromPSPath", path, Context())!)
        {
            if ((bool)Invoke(SessionState.Path, "IsCurrentLocationOrAncestor", resolved.Path, Context())!)
            {
                throw new PSInvalidOperationException($"{resolved.Path} is in use.");
            }

            var engine = SessionState.GetType().GetProperty("Internal", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(SessionState)!;
            var providerPath = GetUnresolvedProviderPathFromPSPath(resolved.Path);
            var hasMore = (bool)Invoke(engine, "HasChildItems", resolved.Provider.Name, providerPath, Context())!;
            if (Recurse || !hasMore || ShouldContinue($"{resolved.Path} has children.", null))
            {
                Invoke(engine, "RemoveItem", resolved.Provider.Name, providerPath, Recurse || hasMore, Context());
            }
        }
    });
}
