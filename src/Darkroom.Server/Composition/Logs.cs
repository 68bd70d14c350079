namespace Darkroom.Server.Composition;

/// <summary>Structured logs on the console: one line each for people, JSON with <c>Logging:Console:FormatterName=json</c>.</summary>
internal static class Logs
{
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var logging = builder.Logging;
        logging.ClearProviders();
        logging.AddConsole();
        logging.AddSimpleConsole(simple =>
        {
            simple.SingleLine = true;
            simple.IncludeScopes = true;
            simple.UseUtcTimestamp = true;
            simple.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Orleans", LogLevel.Warning);

        // The key ring lies in a folder only its owner can open, which this category can't know and warns about at every start.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
