using System.CommandLine;
using System.CommandLine.Parsing;
using Darkroom.Client;
using Darkroom.Server.Composition;

namespace Darkroom.Server.Verbs;

/// <summary>Options that more than one verb has, and the settings they make.</summary>
internal static class CommonOptions
{
    public static readonly Option<string?> Data = new("--data")
    {
        Description = $"Folder of database, keys and endpoint file; unless given that of DARKROOM_DATA, else {DataFolders.Default}.",
        HelpName = "DIR",
        CustomParser = ReadFolder,
    };

    public static readonly Option<DatabaseKind?> Database = new("--database")
    {
        Description = "Where the tables lie: sqlite, in the data folder, or postgres, as ConnectionStrings__Darkroom says; sqlite unless given or set by Database.",
        HelpName = "sqlite|postgres",
    };

    /// <summary>Settings with the database that options, environment or the file darkroom.json of the data folder name, in this order.</summary>
    public static ServerSettings DatabaseOf(ParseResult parsed, DataFolder data)
    {
        var configuration = new ConfigurationBuilder().AddDarkroomFile(data).Build();
        return new ServerSettings
        {
            Data = data,
            Url = new Uri("http://127.0.0.1:0"),
            Database = parsed.GetValue(Database) ?? DatabaseNamed(configuration["Database"]),
            ConnectionString = configuration.GetConnectionString("Darkroom"),
        };
    }

    private static DatabaseKind DatabaseNamed(string? setting) => setting?.ToUpperInvariant() switch
    {
        null or "" or "SQLITE" => DatabaseKind.Sqlite,
        "POSTGRES" => DatabaseKind.Postgres,
        _ => throw new StartRefusedException($"The setting Database is '{setting}'.", "Set it to Sqlite or Postgres, or leave it out for Sqlite."),
    };

    private static string? ReadFolder(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (string.IsNullOrWhiteSpace(text))
        {
            argument.AddError("--data names no folder; give its path, or leave --data out.");
        }

        return text;
    }

    /// <summary>Reads an absolute http or https address.</summary>
    public static Uri? ReadUrl(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        argument.AddError($"'{text}' isn't an address; give one like http://127.0.0.1:7420.");
        return null;
    }
}
