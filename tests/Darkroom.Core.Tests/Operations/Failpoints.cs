using System.Data.Common;
using System.Reflection;
using Darkroom.Core.Clouds;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Darkroom.Core.Tests.Operations;

/// <summary>The host is gone: nothing after this line happens. A cancellation, so that no step takes it for its own failure.</summary>
internal sealed class HostDroppedException(string where) : OperationCanceledException($"The host was dropped {where}.");

/// <summary>Counts what goes through both ports, the store and the cloud, and drops the host at one of the points once.</summary>
internal sealed class Failpoints : DbTransactionInterceptor
{
    private int _passed;

    /// <summary>The point to drop the host at, counted from 1; null only counts.</summary>
    public int? DropAt { get; set; }

    /// <summary>Names of the points passed so far, in order.</summary>
    public List<string> Points { get; } = [];

    public bool Armed { get; set; }

    /// <summary>The cloud's reads don't show images made lately, as an eventually consistent one may.</summary>
    public bool HideImages { get; set; }

    public void Pass(string point)
    {
        if (!Armed)
        {
            return;
        }

        Points.Add(point);
        if (++_passed == DropAt)
        {
            throw new HostDroppedException(point);
        }
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Pass("before a commit");
        return base.TransactionCommittingAsync(transaction, eventData, result, cancellationToken);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Pass("after a commit");
        return base.TransactionCommittedAsync(transaction, eventData, cancellationToken);
    }
}

/// <summary>The cloud port with a failpoint before and after every call.</summary>
public class FailpointCloud : DispatchProxy
{
    private static readonly MethodInfo Generic = typeof(FailpointCloud).GetMethod(nameof(CallForAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private ICloud _cloud = null!;
    private Failpoints _failpoints = null!;

    internal static ICloud Around(ICloud cloud, Failpoints failpoints)
    {
        var proxy = Create<ICloud, FailpointCloud>();
        (((FailpointCloud)(object)proxy)._cloud, ((FailpointCloud)(object)proxy)._failpoints) = (cloud, failpoints);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.ReturnType.IsGenericType
        ? Generic.MakeGenericMethod(targetMethod.ReturnType.GenericTypeArguments[0]).Invoke(this, [targetMethod, args])
        : CallAsync(targetMethod, args);

    private async Task<T> CallForAsync<T>(MethodInfo method, object?[] args)
    {
        _failpoints.Pass($"before {method.Name}");
        if (_failpoints.HideImages && method.Name == nameof(ICloud.FindImageAsync))
        {
            return default!;
        }

        var result = await (Task<T>)method.Invoke(_cloud, BindingFlags.DoNotWrapExceptions, null, args, null)!;
        _failpoints.Pass($"after {method.Name}");
        return result;
    }

    private async Task CallAsync(MethodInfo method, object?[]? args)
    {
        _failpoints.Pass($"before {method.Name}");
        await (Task)method.Invoke(_cloud, BindingFlags.DoNotWrapExceptions, null, args, null)!;
        _failpoints.Pass($"after {method.Name}");
    }
}
