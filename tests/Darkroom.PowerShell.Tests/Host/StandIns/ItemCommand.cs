using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

/// <summary>
/// An item command as PowerShell's own: it hands itself to the provider as the context, so that streams, -WhatIf, -Force, a stop and dynamic parameters are
/// this command's. The engine keeps that path to itself and its own modules, hence by reflection.
/// </summary>
public abstract class ItemCommand : PSCmdlet, IDynamicParameters
{
    private static readonly Type ContextType = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.CmdletProviderContext", throwOnError: true)!;

    private readonly ConcurrentQueue<object> _contexts = new();
    private object? _dynamicParameters;

    [Parameter]
    public virtual SwitchParameter Force { get; set; }

    [Parameter]
    public string? Filter { get; set; }

    /// <summary>A context hands the stop on to the provider that it is with.</summary>
    protected override void StopProcessing()
    {
        foreach (var context in _contexts)
        {
            ContextType.GetMethod("StopProcessing", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(context, null);
        }
    }

    public object? GetDynamicParameters() => _dynamicParameters = DynamicParametersOf(Context());

    /// <summary>The paths are taken as they are, without wildcards.</summary>
    protected abstract bool IsLiteral { get; }

    protected abstract object? DynamicParametersOf(object context);

    protected object Context()
    {
        var context = Activator.CreateInstance(ContextType, BindingFlags.NonPublic | BindingFlags.Instance, null, [this], null)!;
        _contexts.Enqueue(context);
        Set(context, "Force", Force);
        Set(context, "SuppressWildcardExpansion", IsLiteral);
        Set(context, "DynamicParameters", _dynamicParameters);
        if (Filter is not null)
        {
            Set(context, "Filter", Filter);
        }

        return context;
    }

    /// <summary>What PowerShell's own commands catch. Whatever else a provider throws ends the command, and the engine makes the record then.</summary>
    protected static bool IsOfOnePath(Exception failure) => failure is SessionStateException or PSNotSupportedException;

    protected static object? Invoke(object intrinsics, string method, params object?[] arguments)
    {
        var found = intrinsics.GetType().GetMethods(BindingFlags.NonPublic | BindingFlags.Instance)
            .Single(candidate => candidate.Name == method && Takes(candidate, arguments));
        try
        {
            return found.Invoke(intrinsics, arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static bool Takes(MethodInfo method, object?[] arguments)
    {
        var parameters = method.GetParameters();
        return parameters.Length == arguments.Length
            && parameters.Zip(arguments).All(pair => pair.Second is null ? !pair.First.ParameterType.IsValueType : pair.First.ParameterType.IsInstanceOfType(pair.Second));
    }

    private static void Set(object context, string property, object? value) =>
        ContextType.GetProperty(property, BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance)!.SetValue(context, value);
}
