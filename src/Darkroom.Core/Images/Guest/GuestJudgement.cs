using Darkroom.Contracts.Images;
using Darkroom.Core.Errors;

namespace Darkroom.Core.Images.Guest;

/// <summary>
/// The rules an image has to meet (cmdlet reference: agent 2311 or later with the MCSIO driver; OS and session support as the definition says).
/// What was said and rules the image out weighs more than what was left unsaid: a report without an end may still refute.
/// </summary>
public static class GuestJudgement
{
    private static readonly GuestFactName[] Needed = [GuestFactName.AgentVersion, GuestFactName.MCSIO, GuestFactName.SessionSupport];

    /// <summary>Judges a report by what the definition wants.</summary>
    public static GuestVerdict Judge(GuestReport report, GuestExpectation expected)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(expected);
        var warnings = Warnings(report);
        Error[] findings = [.. new[] { Os(report, expected), Agent(report), McsIo(report), Sessions(report, expected) }.OfType<Error>()];
        if (findings.Length > 0) return new GuestRefuted(findings, warnings);
        return Gap(report) is { } gap ? new GuestUnverified(GuestErrors.GuestSilent.With(gap), warnings) : new GuestVerified(warnings);
    }

    private static Error? Os(GuestReport report, GuestExpectation expected) =>
        report.Os is { } os && os != expected.OsType ? GuestErrors.OsTypeMismatch.With(os, expected.OsType) : null;

    private static Error? Agent(GuestReport report)
    {
        if (report[GuestFactName.AgentVersion] is not { } version) return null;
        if (string.IsNullOrWhiteSpace(version)) return GuestErrors.AgentMissing.With();
        if (AgentVersion.YearMonth(version) is not { } yearMonth) return GuestErrors.AgentTooOld.With($"'{version}'");
        return yearMonth < AgentVersion.Oldest ? GuestErrors.AgentTooOld.With(yearMonth) : null;
    }

    private static Error? McsIo(GuestReport report) => report[GuestFactName.MCSIO] is null or "true" ? null : GuestErrors.McsIoMissing.With();

    private static Error? Sessions(GuestReport report, GuestExpectation expected) =>
        Said(report) is { } support && support != expected.SessionSupport ? GuestErrors.SessionSupportMismatch.With(support, expected.SessionSupport) : null;

    private static SessionSupport? Said(GuestReport report) => report[GuestFactName.SessionSupport] switch
    {
        nameof(SessionSupport.SingleSession) => SessionSupport.SingleSession,
        nameof(SessionSupport.MultiSession) => SessionSupport.MultiSession,
        _ => null,
    };

    private static string? Gap(GuestReport report)
    {
        if (report.Events.Count == 0) return "It said nothing.";
        if (!report.IsComplete) return "Its report has no end.";
        if (report.Os is null) return "Its report has no beginning.";
        var missing = Needed.Where(fact => report[fact] is null).ToList();
        if (missing.Count > 0) return $"Its report lacks {string.Join(" and ", missing)}.";
        return Said(report) is null ? "It couldn't tell whether it is for single or multiple sessions." : null;
    }

    private static List<GuestWarning> Warnings(GuestReport report) => [.. report.Steps.Select(Warning).OfType<GuestWarning>()];

    private static GuestWarning? Warning(GuestStepEnded step)
    {
        var said = string.IsNullOrEmpty(step.Detail) ? "" : $" The guest said: {step.Detail}";
        return (step.Step, step.Outcome) switch
        {
            (GuestStep.OsRearm, GuestStepOutcome.CountExceeded) =>
                new("ImagePreparationOSRearmCountExceeded", "Windows can't be rearmed any more, so its clones may count as one activation." + said),
            (GuestStep.OsRearm, GuestStepOutcome.Failed) =>
                new("ImagePreparationOSRearmFailed", "Windows wasn't rearmed, so its clones may count as one activation." + said),
            (GuestStep.OfficeRearm, GuestStepOutcome.CountExceeded) =>
                new("ImagePreparationOfficeRearmCountExceeded", "Office can't be rearmed any more, so its clones may count as one activation." + said),
            (GuestStep.OfficeRearm, GuestStepOutcome.Failed) =>
                new("ImagePreparationOfficeRearmFailed", "Office wasn't rearmed, so its clones may count as one activation." + said),
            // The documented types have none for this step.
            (GuestStep.EnableDHCP, GuestStepOutcome.Failed) =>
                new("Unknown", "A network interface may still have a static address, which clones would share." + said),
            _ => null,
        };
    }
}
