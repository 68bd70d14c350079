using System.Globalization;
using System.Text;
using Darkroom.Contracts.Images;

namespace Darkroom.Studio.Hosting.Preflight;

/// <summary>A report as plain text, for a ticket or a mail.</summary>
public static class ReportText
{
    public static string Of(PreflightReport report)
    {
        var text = new StringBuilder();
        Line(text, $"Preflight: {report.Title}");
        Line(text, $"{report.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC");
        var width = report.Inputs.Max(input => input.Name.Length);
        foreach (var (name, value) in report.Inputs)
        {
            Line(text, $"{name.PadRight(width)}  {value}");
        }

        foreach (var part in report.Parts)
        {
            Line(text, "");
            Line(text, $"{(part.Heading is { } heading ? $"{heading}: " : "")}{part.Verdict}{(part.Count.Length > 0 ? $" ({part.Count})" : "")}");
            foreach (var refusal in part.Refusals)
            {
                Line(text, $"  {refusal.Message} {refusal.Remedy} [{refusal.Code}]");
            }

            foreach (var (group, checks) in part.Groups)
            {
                Line(text, "");
                Line(text, group);
                foreach (var check in checks)
                {
                    Check(text, check);
                }
            }
        }

        return text.ToString();
    }

    private static void Check(StringBuilder text, ImageCheckDto check)
    {
        Line(text, $"  [{CheckWords.Of(check.Result).Text.ToLowerInvariant()}] {CheckWords.NameOf(check)}");
        if (check.Problem is { } problem)
        {
            Line(text, $"    {problem.Message} [{problem.Code}]");
            Line(text, problem.Remedy.Length > 0 ? $"    What to do: {problem.Remedy}" : null);
            Line(text, problem.Detail is { Length: > 0 } detail ? $"    The cloud said: {detail}" : null);
        }

        foreach (var verdict in check.Verdicts ?? [])
        {
            Line(text, $"    {CheckWords.Of(verdict)}");
        }
    }

    private static void Line(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            text.Append(line).Append('\n');
        }
    }
}
