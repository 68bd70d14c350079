using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Storage;

/// <summary>Tells whether the database failed, however the provider and EF Core have wrapped it.</summary>
public static class DatabaseFault
{
    public static bool Is(Exception exception) => exception switch
    {
        DbException or DbUpdateException => true,
        { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
