using Darkroom.Server.Composition;

namespace Darkroom.Server.Verbs;

/// <summary>What <c>serve</c> says once it listens.</summary>
internal static class Banner
{
    public static void Write(TextWriter output, ServerSettings settings, RunningServer server)
    {
        output.WriteLine($"Darkroom {typeof(Banner).Assembly.GetName().Version?.ToString(3)}");
        output.WriteLine($"  listening on  {server.Endpoint.Url}");
        var link = server.MakeSignInLink();
        output.WriteLine($"  Studio        {server.Endpoint.Url}{link.Path}");
        output.WriteLine($"                (this link signs in once, until {link.ExpiresAt.ToLocalTime():HH:mm}; 'darkroom sign-in' makes another)");
        output.WriteLine($"  API reference {server.Endpoint.Url}/scalar");
        output.WriteLine($"  data folder   {settings.Data.Path}");
        output.WriteLine($"  database      {(settings.Database == DatabaseKind.Sqlite ? $"SQLite, {settings.Data.DatabaseFile}" : "PostgreSQL")}");
        if ((server.Simulator?.BaseUri ?? settings.SimulatorUrl) is { } simulator)
        {
            output.WriteLine($"  cloud         SIMULATED: every AWS call goes to {simulator}");
            if (settings.Simulator.HistoryPath is { } history && settings.Simulate)
            {
                output.WriteLine($"  AWS account   kept in {history}");
            }

            output.WriteLine($"  clock         {(server.ClockScale == 1 ? "real time" : $"{server.ClockScale:0.##} times real time")}");
        }
        else
        {
            output.WriteLine("  cloud         AWS");
        }

        output.Flush();
    }
}
