using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

[Cmdlet(VerbsCommon.Remove, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class RemoveItem : PathCommand
{
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    protected override object? DynamicParametersOf(object context) =>
        Invoke(InvokeProvider.Item, "RemoveItemDynamicParameters", Paths[0], (bool)Recurse, context);

    protected override void ProcessRecord() => ForEachPath(path => Invoke(InvokeProvider.Item, "Remove", path, (bool)Recurse, Context()));
}
