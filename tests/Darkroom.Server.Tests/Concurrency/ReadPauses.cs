using System.Data.Common;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Concurrency;

/// <summary>
/// Lets some of the reads outside of transactions take their time, so that what is read one after the other is further apart and more happens in between. A
/// transaction that waits would only hold up everybody.
/// </summary>
internal sealed class ReadPauses : DbCommandInterceptor
{
    private const double Share = 0.15;
    private const int LongestMilliseconds = 12;

    public static void Plant(IServiceCollection services) => services.ConfigureDbContext<DarkroomDb>(options => options.AddInterceptors(new ReadPauses()));

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null && Random.Shared.NextDouble() < Share)
        {
            await Task.Delay(Random.Shared.Next(1, LongestMilliseconds), cancellationToken);
        }

        return result;
    }
}
