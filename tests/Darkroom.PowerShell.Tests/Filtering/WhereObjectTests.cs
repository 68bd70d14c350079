using System.Management.Automation.Runspaces;
using CsCheck;

namespace Darkroom.PowerShell.Tests.Filtering;

/// <summary>A filter leaves what Where-Object leaves, wherever both mean the same: no list, no null beside a comparison of order.</summary>
public sealed class WhereObjectTests
{
    private static readonly Gen<string> Conditions = Gen.OneOf(
        Gen.OneOf("Ready", "Name", "Count", "Size"),
        Comparison("Name", "eq ne like notlike", "'alpha'", "'BETA'", "'*a'", "'?eta'", "''", "'[a-b]*'"),
        Comparison("Count", "eq ne gt ge lt le", "1", "2", "30.5", "0x1F", "-1", "1kb", "'3'"),
        Comparison("Phase", "eq ne gt ge lt le", "'First'", "'second'", "2"),
        Comparison("Ready", "eq ne", "$true", "$false"),
        Comparison("Size", "eq ne", "$null", "1kb", "2gb", "31"),
        Comparison("Name", "eq ne", "$null"),
        Comparison("Count", "in notin", "(1, 31)", "@(2)", "(3, 4, 5)"),
        Comparison("Uid", "eq ne", "'7b7c2f4e-0000-0000-0000-000000000001'"));

    private static readonly Gen<string> Filters = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Conditions.Select(condition => $"({condition})")
        : Gen.OneOf(
            Conditions.Select(condition => $"({condition})"),
            inner.Select(filter => $"-not ({filter})"),
            inner.Select(Gen.OneOf("-and", "-or"), inner, (left, joint, right) => $"{left} {joint} {right}"),
            inner.Select(Gen.OneOf("-and", "-or"), inner, (left, joint, right) => $"{left} {joint} ({right})")));

    [Fact]
    [Trait("Suite", "full")]
    public void A_filter_leaves_what_Where_Object_leaves()
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        Filters.Sample(
            filter =>
            {
                var script = System.Text.RegularExpressions.Regex.Replace(filter, @"(?<=\()(Name|Count|Phase|Ready|Size|Uid)\b", "$$_.$1");
                using var shell = System.Management.Automation.PowerShell.Create(runspace);
                shell.AddScript($"$args[0] | Where-Object {{ {script} }} | ForEach-Object Count").AddArgument(SampleList.Items);
                SampleList.Counts(filter).Should().Equal(shell.Invoke<int>(), "{0}", filter);
            },
            iter: 300,
            threads: 1);
    }

    private static Gen<string> Comparison(string property, string operators, params string[] values) =>
        Gen.OneOf(operators.Split(' ')).Select(Gen.OneOf(values), (comparison, value) => $"{property} -{comparison} {value}");
}
