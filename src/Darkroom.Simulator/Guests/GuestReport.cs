using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Darkroom.Simulator.Guests;

/// <summary>
/// The lines that a preparation script prints on the serial port: <c>darkroom &lt;nonce&gt; &lt;json&gt;</c>. A pure function of what is inside the
/// image, so that the real scripts can be compared with it line by line.
/// </summary>
public static class GuestReport
{
    /// <summary>The preparation steps in the order a script runs them.</summary>
    public static IReadOnlyList<string> StepNames { get; } = ["EnableDHCP", "OsRearm", "OfficeRearm"];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All lines of a script that runs to its end.</summary>
    /// <param name="facts">What is inside the image.</param>
    /// <param name="nonce">The nonce the script was given.</param>
    /// <param name="excludedSteps">The names of the steps it was told to leave out.</param>
    public static IReadOnlyList<string> Lines(GuestFacts facts, string nonce, IReadOnlyCollection<string> excludedSteps) =>
        [Begin(facts, nonce), .. StepNames.Select(name => Step(facts, nonce, name, excludedSteps)), .. Facts(facts, nonce), End(nonce)];

    internal static string Begin(GuestFacts facts, string nonce) =>
        Line(nonce, new() { ["event"] = "begin", ["script"] = 1, ["os"] = facts.Os.ToString() });

    internal static string Step(GuestFacts facts, string nonce, string name, IReadOnlyCollection<string> excludedSteps)
    {
        var (outcome, detail) = Outcome(facts, name, excludedSteps);
        var line = new JsonObject { ["event"] = "step", ["name"] = name, ["outcome"] = outcome };
        if (detail is not null)
            line["detail"] = detail;
        return Line(nonce, line);
    }

    internal static IEnumerable<string> Facts(GuestFacts facts, string nonce)
    {
        (string Name, JsonNode Value)[] values =
        [
            ("OperatingSystem", facts.OperatingSystem), ("OsBuild", facts.OsBuild), ("AgentVersion", facts.AgentVersion), ("MCSIO", facts.Mcsio),
            ("SessionSupport", facts.SessionSupport), ("IdentityJoinStatus", facts.IdentityJoinStatus),
        ];
        return values.Select(fact => Line(nonce, new() { ["event"] = "fact", ["name"] = fact.Name, ["value"] = fact.Value }));
    }

    internal static string End(string nonce) => Line(nonce, new() { ["event"] = "end" });

    private static GuestStepOutcome Outcome(GuestFacts facts, string name, IReadOnlyCollection<string> excludedSteps)
    {
        if (excludedSteps.Contains(name))
            return new("Excluded");
        if (facts.Os == GuestOs.Linux && name != StepNames[0])
            return new("NotApplicable");
        return facts.Steps.GetValueOrDefault(name) ?? new("Done");
    }

    private static string Line(string nonce, JsonObject json) => $"darkroom {nonce} {json.ToJsonString(Plain)}";
}
