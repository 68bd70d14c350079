using System.Data.Common;
using Darkroom.Core.Clouds;
using Darkroom.Core.Tests.Clouds;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Darkroom.Core.Tests.Operations;

/// <summary>The host is gone: nothing after this line happens. A cancellation, so that no step takes it for its own failure.</summary>
internal sealed class HostDroppedException(string where) : OperationCanceledException($"The host was dropped {where}.");

/// <summary>Counts what goes through both ports, the store and the cloud, and drops the host at one of the points once.</summary>
internal sealed class Failpoints : DbTransactionInterceptor, IDbCommandInterceptor
{
    private int _passed;

    /// <summary>The point to drop the host at, counted from 1; null only counts.</summary>
    public int? DropAt { get; set; }

    /// <summary>Names of the points passed so far, in order.</summary>
    public List<string> Points { get; } = [];

    public bool Armed { get; set; }

    /// <summary>The cloud's reads don't show images made lately, as an eventually consistent one may.</summary>
    public bool HideImages { get; set; }

    /// <summary>What happens before a read outside of a transaction.</summary>
    public Func<DbCommand, Task>? BeforeRead { get; set; }

    /// <summary>What happens between the cloud's answer to a call, given by its name, and whoever asked.</summary>
    public Action<string>? AfterCall { get; set; }

    /// <summary>The cloud port with a failpoint before and after every call.</summary>
    public ICloud Around(ICloud cloud) => StandIn.Of<ICloud>(async (method, args) =>
    {
        Pass($"before {method.Name}");
        if (HideImages && method.Name == nameof(ICloud.FindImageAsync))
        {
            return null;
        }

        var answer = await StandIn.AskAsync(cloud, method, args);
        AfterCall?.Invoke(method.Name);
        Pass($"after {method.Name}");
        return answer;
    });

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

    public async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null && BeforeRead is { } happens)
        {
            await happens(command);
        }

        return result;
    }

    private void Pass(string point)
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
}
