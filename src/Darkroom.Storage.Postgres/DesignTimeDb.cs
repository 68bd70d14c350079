using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Darkroom.Storage.Postgres;

/// <summary>The context that <c>eng/add-migration</c> reads the model from; it opens no database.</summary>
public sealed class DesignTimeDb : IDesignTimeDbContextFactory<DarkroomDb>
{
    public DarkroomDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<DarkroomDb>();
        PostgresStorage.Use(options, "Host=design-time");
        return new DarkroomDb(options.Options);
    }
}
