using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
public sealed class TestPath : PathCommand
{
    protected override object? DynamicParametersOf(object context) => null;

    protected override void ProcessRecord() => ForEachPath(path => WriteObject(InvokeProvider.Item.Exists(path, Force, IsLiteral)));
}
