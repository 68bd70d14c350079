using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = "Path")]
public sealed class GetChildItem : PathCommand
{
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public uint Depth { get; set; } = uint.MaxValue;

    [Parameter]
    public SwitchParameter Name { get; set; }

    protected override object? DynamicParametersOf(object context) =>
        Invoke(InvokeProvider.ChildItem, "GetChildItemsDynamicParameters", Paths[0], (bool)Recurse, context);

    protected override void ProcessRecord() => ForEachPath(path =>
    {
        if (Name)
        {
            Invoke(InvokeProvider.ChildItem, "GetNames", path, ReturnContainers.ReturnMatchingContainers, (bool)Recurse, Depth, Context());
        }
        else
        {
            Invoke(InvokeProvider.ChildItem, "Get", path, (bool)Recurse, Depth, Context());
        }
    });
}
