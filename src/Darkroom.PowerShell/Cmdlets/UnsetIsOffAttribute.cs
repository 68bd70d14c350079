using System.Management.Automation;

namespace Darkroom.PowerShell.Cmdlets;

/// <summary>A switch that is given an unset variable is off, as it is for functions: <c>-PurgeDBOnly:$unset</c>. To compiled cmdlets the engine says it is on.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UnsetIsOffAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData ?? new SwitchParameter(false);
}
