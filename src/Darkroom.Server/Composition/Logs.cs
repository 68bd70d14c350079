using Microsoft.Extensions.Configuration.Memory;

namespace Darkroom.Server.Composition;

/// <summary>Structured logs on the console: one line each for people, JSON with <c>Logging:Console:FormatterName=json</c>.</summary>
internal static class Logs
{
    // The key ring lies in a folder only its owner can open, which DataProtection can't know and warns about at every start.
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:Orleans"] = "Error",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        ["Logging:LogLevel:Darkroom.Server.SignIn"] = "Warning",

        // A start that fails is thrown and told by the verb; a background service that stops the host is critical.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",

        // Orleans looks again for a place while a server stops; what finds none in the end is thrown, and told where it is handled.
        ["Logging:LogLevel:Polly"] = "None",
        ["Logging:LogLevel:Orleans.Runtime.Messaging.MessageCenter"] = "Critical",

        // A failed command or transaction is thrown, and told where it is handled; a lost write is repeated.
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "None",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Transaction"] = "None",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Update"] = "None",
    };

    /// <param name="startIsInterrupted">Whether somebody has given up the start, which a silo then calls a failure of its own.</param>
    public static void AddLogs(this WebApplicationBuilder builder, Func<bool> startIsInterrupted)
    {
        // Below every other source, so that file and environment go before it.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Orleans.Runtime.Silo", level => level >= LogLevel.Error && !startIsInterrupted());
        builder.Logging.AddConsole();
        builder.Logging.AddSimpleConsole(simple =>
        {
            simple.SingleLine = true;
            simple.IncludeScopes = true;
            simple.UseUtcTimestamp = true;
            simple.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
    }
}
