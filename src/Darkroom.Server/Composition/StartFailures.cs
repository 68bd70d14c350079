using System.Data.Common;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace Darkroom.Server.Composition;

/// <summary>Tells those failures of a start that an administrator can mend; any other is a fault of the program's and keeps its trace.</summary>
internal static class StartFailures
{
    private const string WebServer = "Microsoft.AspNetCore.Server.Kestrel.Core";
    private const string SettingsReader = "Microsoft.Extensions.Configuration.Binder";
    private const string LogSettingsReader = "Microsoft.Extensions.Logging.Configuration";

    /// <summary>The refusal for a failure, or null for one that nobody can foresee.</summary>
    public static StartRefusedException? Explain(Exception failure, ServerSettings settings) => failure switch
    {
        DbException or { InnerException: DbException } or ArgumentException { Source: "Npgsql" or "System.Data.Common" } => Database(failure, settings),
        IOException { InnerException: AddressInUseException } => new(
            $"Can't listen on {settings.Url}: {failure.Message}", "Stop what uses the port, or choose another one with --url.", failure),
        SocketException => new($"Can't listen on {settings.Url}: {failure.Message}", "Choose an address of this machine and a port that you may use with --url.", failure),
        InvalidOperationException { Source: WebServer } or CryptographicException or FileNotFoundException when settings.Url.Scheme == "https" => Certificate(failure, settings),
        IOException { Source: WebServer } => new(
            $"Can't listen on {settings.Url}: {failure.GetBaseException().Message}", "Choose an address of this machine and a port that you may use with --url.", failure),
        InvalidOperationException { Source: SettingsReader or LogSettingsReader } => new(
            $"A setting has a value that can't be: {failure.Message}", $"Correct it in {ConfigurationFile.PathIn(settings.Data)} or in the environment.", failure),
        FileNotFoundException => null,
        IOException or UnauthorizedAccessException => new(
            $"The data folder {settings.Data.Path} can't be used: {failure.Message}", "See to it that it can be written and has room, or give another one with --data.", failure),
        _ => null,
    };

    private static StartRefusedException Database(Exception failure, ServerSettings settings)
    {
        var why = (failure.InnerException as DbException ?? failure).Message;
        return settings.Database == DatabaseKind.Postgres
            ? new($"The PostgreSQL database can't be used: {why}", "See to it that it runs and that ConnectionStrings__Darkroom leads to it.", failure)
            : new($"The database {settings.Data.DatabaseFile} can't be used: {why}", "Put a backup in its place, or move it away to begin with an empty one.", failure);
    }

    private static StartRefusedException Certificate(Exception failure, ServerSettings settings) => new(
        $"Can't listen on {settings.Url}: there is no certificate for it that can be used. {failure.Message.Split('\n')[0].TrimEnd()}",
        $"Name a certificate with Kestrel:Certificates:Default:Path and Password in {ConfigurationFile.PathIn(settings.Data)}, or listen on http://127.0.0.1:7420.", failure);
}
