using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

[Cmdlet(VerbsCommon.Rename, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class RenameItem : PathCommand
{
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string NewName { get; set; } = "";

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override object? DynamicParametersOf(object context) => Invoke(InvokeProvider.Item, "RenameItemDynamicParameters", Paths[0], NewName, context);

    protected override void ProcessRecord() => ForEachPath(path =>
    {
        var context = Context();
        context.GetType().GetProperty("PassThru", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.SetValue(context, (bool)PassThru);
        Invoke(InvokeProvider.Item, "Rename", path, NewName, context);
    });
}
