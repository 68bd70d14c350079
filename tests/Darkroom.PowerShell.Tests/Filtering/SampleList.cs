using System.Management.Automation;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.Tests.Filtering;

/// <summary>Asks a list of samples, at noon of a day in May.</summary>
internal static class SampleList
{
    public static readonly DateTimeOffset Now = new(new DateTime(2026, 5, 31, 12, 0, 0, DateTimeKind.Local));

    public static readonly Dictionary<string, object?> Variables = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = "beta",
        ["names"] = new object[] { "alpha", new PSObject("gamma") },
        ["unit"] = PSObject.AsPSObject(new { Name = "gamma", Count = 3 }),
        ["env:NAME"] = "alpha",
        ["since"] = Now.LocalDateTime.AddDays(-1),
    };

    public static readonly Sample[] Items =
    [
        new() { Name = "alpha", Count = 1, Size = 1024, Ready = true, Phase = Phase.First, Made = Now.LocalDateTime.AddHours(-1), Tags = ["Red", "blue"] },
        new() { Name = "Beta", Count = 2, Size = null, Ready = false, Phase = Phase.Third, Made = Now.LocalDateTime.AddDays(-3), Uid = new("7b7c2f4e-0000-0000-0000-000000000001"), Capabilities = ["Start"] },
        new RicherSample { Name = "gamma", Count = 3, Size = 2_147_483_648, Ready = true, Phase = Phase.Second, Made = default, More = "yes", Tags = ["green"], Metadata = new() { ["Owner"] = "us" } },
        new() { Name = null, Count = 31, Size = 31, Ready = false, Phase = Phase.Third, Made = Now.LocalDateTime.AddDays(2), Tags = [] },
    ];

    /// <summary>The counts of the samples that answer, in their order.</summary>
    public static IEnumerable<int> Counts(string? filter, string? sortBy = null) =>
        new ListingQuery(typeof(Sample), filter, sortBy, null, name => Variables.GetValueOrDefault(name), Now).Of(Items).Select(item => item.Count);

    /// <summary>The error that a filter is refused with.</summary>
    public static ModuleException Refusal(string? filter, string? sortBy = null)
    {
        var refused = FluentActions.Invoking(() => Counts(filter, sortBy).ToList()).Should().Throw<ModuleException>().Which;
        refused.Error.Code.Should().Be(sortBy is null ? "InvalidFilter" : "InvalidSortBy");
        return refused;
    }
}
