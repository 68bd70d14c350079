using System.Collections;
using System.Management.Automation;

namespace Darkroom.PowerShell.ServiceConfiguration;

/// <summary>Takes several values as one text: <c>-Value OsRearm, OfficeRearm</c> without quotes is a list to PowerShell.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CommaSeparatedAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return given is IEnumerable values and not string ? string.Join(',', values.Cast<object?>()) : inputData;
    }
}
