using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
public sealed class TestPath : PathCommand
{
    protected override object? DynamicParametersOf(object context) => Invoke(InvokeProvider.Item, "ItemExistsDynamicParameters", Paths[0], context);

    protected override void ProcessRecord() => ForEachPath(path => WriteObject(Invoke(InvokeProvider.Item, "Exists", path, Context())));
}
