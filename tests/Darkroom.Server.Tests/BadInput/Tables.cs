using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Operations.Sweep;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>All rows of all tables, as one hash a table.</summary>
internal static class Tables
{
    /// <summary>Reads every table but the sweeper's two, which it writes whenever its time has come.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(BadInputServer server, CancellationToken ct)
    {
        await using var db = await server.OpenAsync();
        var names = db.Model.GetEntityTypes().Where(type => type.ClrType != typeof(SweepReport) && type.ClrType != typeof(PendingImageDeletion))
            .Select(type => type.GetTableName()).OfType<string>().Distinct();
        var hashes = new Dictionary<string, string>();
        await db.Database.OpenConnectionAsync(ct);
        foreach (var name in names)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM \"{name}\" ORDER BY 1, 2");
            await using var row = await command.ExecuteReaderAsync(ct);
            var rows = new StringBuilder();
            while (await row.ReadAsync(ct))
            {
                rows.AppendJoin('|', Enumerable.Range(0, row.FieldCount).Select(row.GetValue)).Append('\n');
            }

            hashes[name] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(rows.ToString())));
        }

        return hashes;
    }
}
