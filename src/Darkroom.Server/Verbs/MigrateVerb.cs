using System.CommandLine;
using Darkroom.Server.Composition;

namespace Darkroom.Server.Verbs;

/// <summary><c>darkroom migrate</c>: brings the database to this program's schema.</summary>
internal static class MigrateVerb
{
    public static Command Make()
    {
        var command = new Command("migrate", "Bring the database to this version's schema. On SQLite 'serve' does it by itself.") { CommonOptions.Data, CommonOptions.Database };
        command.SetAction((parsed, ct) => RunAsync(CommonOptions.DatabaseOf(parsed, DataFolder.Open(parsed.GetValue(CommonOptions.Data))).Checked(), parsed, ct));
        return command;
    }

    private static async Task<int> RunAsync(ServerSettings settings, ParseResult parsed, CancellationToken ct)
    {
        using var held = settings.Database == DatabaseKind.Sqlite ? settings.Data.Lock() : null;
        var applied = await MigrateAsync(settings, ct);
        foreach (var migration in applied)
        {
            parsed.InvocationConfiguration.Output.WriteLine($"applied {migration}");
        }

        parsed.InvocationConfiguration.Output.WriteLine(applied.Count == 0 ? "The database is up to date." : $"{applied.Count} migrations applied.");
        return 0;
    }

    private static async Task<IReadOnlyList<string>> MigrateAsync(ServerSettings settings, CancellationToken ct)
    {
        try
        {
            return await Schema.MigrateAsync(settings, ct);
        }
        catch (Exception e) when (StartFailures.Explain(e, settings) is { } refused)
        {
            throw refused;
        }
    }
}
