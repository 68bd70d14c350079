using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

[Cmdlet(VerbsCommon.Get, "Item", DefaultParameterSetName = "Path")]
public sealed class GetItem : PathCommand
{
    protected override object? DynamicParametersOf(object context) => Invoke(InvokeProvider.Item, "GetItemDynamicParameters", Paths[0], context);

    protected override void ProcessRecord() => ForEachPath(path => Invoke(InvokeProvider.Item, "Get", path, Context()));
}
