using Darkroom.Contracts.Images;

namespace Darkroom.Core.ServiceConfiguration;

/// <summary>Which steps a guest leaves out unless the request says it. The reference sets one at a time; several are split by comma.</summary>
public sealed class ExcludedSteps : KnownSetting
{
    public override string Name => "ImageManagementPrep_Excluded_Steps";

    public override string DefaultValue => "";

    public override string Meaning =>
        "Which steps the guest leaves out, of EnableDHCP, OsRearm and OfficeRearm, split by comma, unless the preparation says otherwise; empty for none.";

    public static IReadOnlyList<GuestStep> Parse(string kept) => [.. Names(kept).Select(Enum.Parse<GuestStep>)];

    public override string Read(string value)
    {
        var steps = Names(value).Select(name => StepOf(name) ?? throw Invalid(value, "EnableDHCP, OsRearm or OfficeRearm, several of them split by comma"));
        return string.Join(',', steps.Distinct().Order());
    }

    // By name alone: a number would do for Enum.Parse.
    private static GuestStep? StepOf(string name) =>
        Enum.GetValues<GuestStep>().Cast<GuestStep?>().FirstOrDefault(step => string.Equals($"{step}", name, StringComparison.OrdinalIgnoreCase));

    private static string[] Names(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
