using System.Text.Json.Nodes;
using Darkroom.Simulator;

namespace Darkroom.Studio.Tests;

/// <summary>The demo world with one image more, whose guest says markup wherever it can say anything, and hangs after its first step.</summary>
internal static class StudioWorld
{
    public const string Hanging = "win10-hanging-ami";
    public const string SaidMarkup = "<img src=x onerror=alert(4)>";
    public const string PrintedMarkup = "<script>alert(5)</script>";

    public static string Json()
    {
        using var demo = typeof(SimulatorServer).Assembly.GetManifestResourceStream("worlds/demo.json")!;
        var world = JsonNode.Parse(demo)!;
        var images = world["accounts"]![0]!["regions"]!["us-east-1"]!["images"]!.AsArray();
        var image = images.Single(one => (string?)one!["name"] == "win10-2303-ami")!.DeepClone();
        (image["id"], image["name"]) = ("ami-0a4a960000000000a", Hanging);
        image["devices"]![0]!["snapshotId"] = "snap-00000000000da00ff";
        var guest = image["guest"]!;
        guest["behaviour"] = "hangs";
        guest["steps"] = new JsonObject { ["EnableDHCP"] = new JsonObject { ["outcome"] = "Failed", ["detail"] = SaidMarkup } };
        guest["consoleNoise"] = new JsonArray(PrintedMarkup);
        images.Add(image);
        return world.ToJsonString();
    }
}
