using System.Reflection;
using Darkroom.Core.Clouds;

namespace Darkroom.Core.Operations;

/// <summary>The cloud port with a check before every call; written once for all members, so that none can be forgotten.</summary>
public class FencedCloud : DispatchProxy
{
    private static readonly MethodInfo Call = typeof(FencedCloud).GetMethod(nameof(CallForAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private ICloud _cloud = null!;
    private Func<Task> _check = null!;

    /// <param name="cloud">The platform.</param>
    /// <param name="check">Throws when the caller has lost the operation.</param>
    public static ICloud Around(ICloud cloud, Func<Task> check)
    {
        var proxy = Create<ICloud, FencedCloud>();
        (((FencedCloud)(object)proxy)._cloud, ((FencedCloud)(object)proxy)._check) = (cloud, check);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        ArgumentNullException.ThrowIfNull(targetMethod);
        return targetMethod.ReturnType.IsGenericType
            ? Call.MakeGenericMethod(targetMethod.ReturnType.GenericTypeArguments[0]).Invoke(this, [targetMethod, args])
            : CallAsync(targetMethod, args);
    }

    private async Task<T> CallForAsync<T>(MethodInfo method, object?[] args)
    {
        await _check();
        return await (Task<T>)method.Invoke(_cloud, BindingFlags.DoNotWrapExceptions, null, args, null)!;
    }

    private async Task CallAsync(MethodInfo method, object?[]? args)
    {
        await _check();
        await (Task)method.Invoke(_cloud, BindingFlags.DoNotWrapExceptions, null, args, null)!;
    }
}
