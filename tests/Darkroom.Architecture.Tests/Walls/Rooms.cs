namespace Darkroom.Architecture.Tests.Walls;

/// <summary>A room of the house: which rooms it knows, and what may never come in.</summary>
/// <param name="Knows">Projects that its project file may name; it may use what those know as well.</param>
/// <param name="NeverIn">Beginnings of assembly and package names.</param>
internal sealed record Room(string[] Knows, string[] NeverIn)
{
    private static readonly string[] AspNet = ["Microsoft.AspNetCore"];
    private static readonly string[] Orleans = ["Orleans", "Microsoft.Orleans"];
    private static readonly string[] AwsSdk = ["AWSSDK"];
    private static readonly string[] Providers = ["Npgsql", "Microsoft.Data.Sqlite", "SQLitePCL", "Microsoft.EntityFrameworkCore.Sqlite"];
    private static readonly string[] EntityFramework = ["Microsoft.EntityFrameworkCore"];
    private static readonly string[] ServerSide = [.. AspNet, .. Orleans, .. AwsSdk, .. Providers, .. EntityFramework];

    /// <summary>Every project below <c>src</c>. A new one has to be entered here before it can be built into the house.</summary>
    public static IReadOnlyDictionary<string, Room> All { get; } = new Dictionary<string, Room>
    {
        ["Darkroom.Contracts"] = new([], ServerSide),
        ["Darkroom.Core"] = new(["Darkroom.Contracts"], [.. AspNet, .. Orleans, .. AwsSdk, .. Providers]),
        ["Darkroom.Runtime"] = new(["Darkroom.Core"], [.. AspNet, .. AwsSdk, .. Providers]),
        ["Darkroom.Aws"] = new(["Darkroom.Core"], [.. AspNet, .. Orleans, .. Providers, .. EntityFramework]),
        ["Darkroom.Storage.Sqlite"] = new(["Darkroom.Core"], [.. AspNet, .. Orleans, .. AwsSdk, "Npgsql"]),
        ["Darkroom.Storage.Postgres"] = new(["Darkroom.Core"], [.. AspNet, .. Orleans, .. AwsSdk, "Microsoft.Data.Sqlite", "SQLitePCL"]),
        ["Darkroom.Studio"] = new(["Darkroom.Core"], [.. Orleans, .. AwsSdk, .. Providers, .. EntityFramework]),
        ["Darkroom.Client"] = new(["Darkroom.Contracts"], ServerSide),
        ["Darkroom.PowerShell"] = new(["Darkroom.Client"], ServerSide),
        ["Darkroom.Simulator"] = new([], [.. Orleans, .. AwsSdk, .. Providers, .. EntityFramework]),
        ["Darkroom.Server"] = new(
            [
                "Darkroom.Core", "Darkroom.Runtime", "Darkroom.Aws", "Darkroom.Storage.Sqlite", "Darkroom.Storage.Postgres", "Darkroom.Studio",
                "Darkroom.Client", "Darkroom.Simulator",
            ],
            AwsSdk),
    };

    /// <summary>A room's projects and all that they know, itself included.</summary>
    public static IReadOnlySet<string> Reach(string project) =>
        All[project].Knows.SelectMany(Reach).Append(project).ToHashSet(StringComparer.Ordinal);

    public bool Bars(string name) => NeverIn.Any(barred => name.StartsWith(barred, StringComparison.Ordinal));
}
