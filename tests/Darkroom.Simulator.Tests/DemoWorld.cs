using System.Text.Json.Nodes;

namespace Darkroom.Simulator.Tests;

/// <summary>The demo world as a starting point for worlds of a test's own.</summary>
internal static class DemoWorld
{
    private static readonly string Root = FindRoot();

    public static string Text => File.ReadAllText(WorldPath);

    public static string WorldPath => Path.Combine(Root, "worlds", "demo.json");

    public static string PolicyPath => Path.Combine(Root, "policies", "darkroom-policy.json");

    /// <summary>The demo world with other users in its first account.</summary>
    public static string With(Action<JsonArray> changeUsers)
    {
        var world = JsonNode.Parse(Text)!;
        changeUsers(world["accounts"]![0]!["users"]!.AsArray());
        return world.ToJsonString();
    }

    /// <summary>The demo world without a role of its first account.</summary>
    public static string WithoutRole(string name)
    {
        var world = JsonNode.Parse(Text)!;
        world["accounts"]![0]!["roles"]!.AsArray().RemoveAll(role => role!["name"]!.GetValue<string>() == name);
        return world.ToJsonString();
    }

    public static JsonObject User(string name, int number, params string[] actions) => new()
    {
        ["name"] = name,
        ["accessKeyId"] = $"AKIADARKROOMTEST{number:0000}",
        ["secretAccessKey"] = $"darkroom/test/not/a/secret/key/of/us{number:0000}",
        ["policy"] = new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray(new JsonObject
            {
                ["Effect"] = "Allow",
                ["Action"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]),
                ["Resource"] = "*",
            }),
        },
    };

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Darkroom.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests don't run inside the repository.");
        return folder.FullName;
    }
}
