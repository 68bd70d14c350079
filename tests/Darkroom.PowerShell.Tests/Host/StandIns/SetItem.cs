using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

[Cmdlet(VerbsCommon.Set, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class SetItem : PathCommand
{
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override object? DynamicParametersOf(object context) => Invoke(InvokeProvider.Item, "SetItemDynamicParameters", Paths[0], Value, context);

    protected override void ProcessRecord() => ForEachPath(path =>
    {
        var context = Context();
        context.GetType().GetProperty("PassThru", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.SetValue(context, (bool)PassThru);
        Invoke(InvokeProvider.Item, "Set", path, Value, context);
    });
}
