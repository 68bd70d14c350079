using System.Globalization;
using System.Text;

namespace Darkroom.Simulator.Guests;

/// <summary>
/// The lines that a preparation script prints on the serial port: <c>darkroom &lt;nonce&gt; &lt;json&gt;</c>. A pure function of what is inside the
/// image, so that the real scripts can be compared with it line by line.
/// </summary>
public static class GuestReport
{
    /// <summary>The preparation steps in the order a script runs them.</summary>
    public static IReadOnlyList<string> StepNames { get; } = ["EnableDHCP", "OsRearm", "OfficeRearm"];

    /// <summary>All lines of a script that runs to its end.</summary>
    /// <param name="facts">What is inside the image.</param>
    /// <param name="nonce">The nonce the script was given.</param>
    /// <param name="excludedSteps">The names of the steps it was told to leave out.</param>
    public static IReadOnlyList<string> Lines(GuestFacts facts, string nonce, IReadOnlyCollection<string> excludedSteps) =>
        [Begin(facts, nonce), .. StepNames.Select(name => Step(facts, nonce, name, excludedSteps)), .. Facts(facts, nonce), End(nonce)];

    internal static string Begin(GuestFacts facts, string nonce) =>
        Line(nonce, $$"""{"event":"begin","script":1,"os":"{{facts.Os}}"}""");

    internal static string Step(GuestFacts facts, string nonce, string name, IReadOnlyCollection<string> excludedSteps)
    {
        var (outcome, detail) = Outcome(facts, name, excludedSteps);
        var more = detail is null ? "" : ",\"detail\":" + Quoted(detail);
        return Line(nonce, $$"""{"event":"step","name":"{{name}}","outcome":"{{outcome}}"{{more}}}""");
    }

    internal static IEnumerable<string> Facts(GuestFacts facts, string nonce)
    {
        (string Name, string Json)[] values =
        [
            ("OperatingSystem", Quoted(facts.OperatingSystem)), ("OsBuild", Quoted(facts.OsBuild)), ("AgentVersion", Quoted(facts.AgentVersion)),
            ("MCSIO", facts.Mcsio ? "true" : "false"), ("SessionSupport", Quoted(facts.SessionSupport)),
            ("IdentityJoinStatus", Quoted(facts.IdentityJoinStatus)),
        ];
        return values.Select(fact => Line(nonce, $$"""{"event":"fact","name":"{{fact.Name}}","value":{{fact.Json}}}"""));
    }

    internal static string End(string nonce) => Line(nonce, """{"event":"end"}""");

    private static GuestStepOutcome Outcome(GuestFacts facts, string name, IReadOnlyCollection<string> excludedSteps)
    {
        if (excludedSteps.Contains(name))
            return new("Excluded");
        if (facts.Os == GuestOs.Linux && name != StepNames[0])
            return new("NotApplicable");
        return facts.Steps.GetValueOrDefault(name) ?? new("Done");
    }

    private static string Line(string nonce, string json) => $"darkroom {nonce} {json}";

    /// <summary>A JSON string in ASCII, as a serial port wants it: whatever isn't printable ASCII is written by its UTF-16 code.</summary>
    private static string Quoted(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\')
                json.Append('\\').Append(character);
            else if (character is >= ' ' and <= '~')
                json.Append(character);
            else
                json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }
        return json.Append('"').ToString();
    }
}
