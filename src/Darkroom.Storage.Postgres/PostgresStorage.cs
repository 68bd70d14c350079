using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Storage.Postgres;

/// <summary>Keeps Darkroom's tables in a PostgreSQL database.</summary>
public static class PostgresStorage
{
    /// <summary>Registers the context factory and an open gate: PostgreSQL orders its writers itself.</summary>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(new WriteGate(oneWriter: false));
        return services.AddPooledDbContextFactory<DarkroomDb>(options => Use(options, connectionString));
    }

    internal static void Use(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresStorage).Assembly.GetName().Name));
}
