using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Clouds;
using Darkroom.Core.Images.Guest;
using Darkroom.Core.Operations;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Preparation;

/// <summary>
/// The guest has no network: its power state and what it prints are all there is. While it runs the console is read at
/// most every 30 s and only for those who watch; once it has stopped, until its report has an end or 10 minutes are over.
/// </summary>
internal static class GuestSteps
{
    public const string Awaiting = "AwaitGuest";

    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WatchPatience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ConsoleInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ConsolePatience = TimeSpan.FromMinutes(10);

    /// <summary>The guest's own time, and then that of the console.</summary>
    public static TimeSpan Deadline(PreparationInput input) => TimeSpan.FromMinutes(input.TimeoutMinutes) + ConsolePatience + TimeSpan.FromMinutes(2);

    public static async Task<StepResult> AwaitAsync(StepContext context)
    {
        var started = context.Output<StartedInstance>(PreparationInstanceSteps.Starting);
        var seen = context.Scratch<Seen>();
        seen.WatchedSince ??= context.Now;
        var status = await context.Accounts.WatchInstanceAsync(context.Access, started.InstanceId, context.Cancel);
        if (status is null && context.Now - seen.WatchedSince > WatchPatience)
        {
            // The watch sees nothing: the cloud itself says why.
            var direct = await context.Cloud.DescribeInstancesAsync(context.Access, [started.InstanceId], context.Cancel);
            status = direct.GetValueOrDefault(started.InstanceId);
        }

        return status?.State switch
        {
            InstanceState.Stopped => await ReadReportAsync(context, started),
            InstanceState.ShuttingDown or InstanceState.Terminated =>
                StepResult.Fail([PreparationErrors.PreparationInstanceLost.With(started.InstanceId, status.Reason)]),
            _ => await StillRunningAsync(context, started, status?.State == InstanceState.Running),
        };
    }

    public static async Task<StepResult> JudgeAsync(StepContext context)
    {
        var input = context.Preparation();
        var nonce = new GuestNonce(context.Output<StartedInstance>(PreparationInstanceSteps.Starting).Nonce);
        var report = GuestReport.Read(context.Output<GuestConsole>(Awaiting).Report, nonce);
        var verdict = GuestJudgement.Judge(report, new GuestExpectation(input.OsType, input.SessionSupport));
        var earlier = context.Output<CheckedPrerequisites>(PrerequisiteStep.Checking).Warnings;
        var warnings = verdict.Warnings.Select(w => new ProblemItemDto { Code = w.Type, Message = w.Message }).ToList();
        Func<Storage.DarkroomDb, Task> Apply(string word) => async db =>
        {
            var spec = await db.ImageVersionSpecs.SingleAsync(s => s.Uid == input.SpecUid);
            spec.RuntimeInfo = RuntimeInfo(report, word);
            spec.Warnings = [.. earlier, .. warnings];
        };

        switch (verdict)
        {
            case GuestRefuted refuted:
                return StepResult.Fail(refuted.Findings, Apply("Refuted"));
            case GuestUnverified unverified when !await AllowsUnverifiedAsync(context):
                return StepResult.Fail([unverified.Gap with { Detail = context.Output<GuestConsole>(Awaiting).ConsoleTail }], Apply("Unverified"));
            case GuestUnverified unverified:
                warnings.Add(unverified.Gap.ToDto());
                return StepResult.Done(apply: Apply("Unverified"));
            default:
                return StepResult.Done(apply: Apply("Verified"));
        }
    }

    private static async Task<StepResult> StillRunningAsync(StepContext context, StartedInstance started, bool running)
    {
        var input = context.Preparation();
        var seen = context.Scratch<Seen>();
        if (context.Now - context.WaitingSince > TimeSpan.FromMinutes(input.TimeoutMinutes))
        {
            var console = await context.Cloud.ReadConsoleAsync(context.Access, started.InstanceId, context.Cancel);
            var kept = seen.Readings.And(console, new GuestNonce(started.Nonce)).Kept;
            return StepResult.Fail([PreparationErrors.GuestTimedOut.With(Awaiting, input.TimeoutMinutes) with { Detail = kept.ConsoleTail }], output: kept);
        }

        if (running && context.IsWatched && context.Now - seen.ReadAt >= ConsoleInterval)
        {
            await ReadOnAsync(context, started, seen);
        }

        return StepResult.Wait(LookInterval);
    }

    private static async Task<StepResult> ReadReportAsync(StepContext context, StartedInstance started)
    {
        var seen = context.Scratch<Seen>();
        seen.StoppedAt ??= context.Now;
        await ReadOnAsync(context, started, seen);
        if (!seen.Readings.Report.IsComplete && seen.ReadAt - seen.StoppedAt < ConsolePatience)
        {
            return StepResult.Wait(LookInterval);
        }

        return StepResult.Done(seen.Readings.Kept);
    }

    private static async Task ReadOnAsync(StepContext context, StartedInstance started, Seen seen)
    {
        seen.ReadAt = context.Now;
        var console = await context.Cloud.ReadConsoleAsync(context.Access, started.InstanceId, context.Cancel);
        var readings = seen.Readings.And(console, new GuestNonce(started.Nonce));
        var news = readings.Report.Events.Skip(seen.Readings.Report.Events.Count).Select(GuestSaying.Of).ToList();
        if (news.Count > 0)
        {
            await context.ReportAsync(news.Select(saying => (saying.ToSentence(), (object)saying)));
        }

        seen.Readings = readings;
    }

    private static async Task<bool> AllowsUnverifiedAsync(StepContext context) => await context.ReadAsync(
        db => db.Connections.Where(c => c.Uid == context.Access.ConnectionUid).Select(c => c.AllowUnverifiedGuests).SingleAsync());

    private static ImageRuntimeInfoDto RuntimeInfo(GuestReport report, string verdict) => new()
    {
        OperatingSystem = report[GuestFactName.OperatingSystem],
        OsBuild = report[GuestFactName.OsBuild],
        AgentVersion = report[GuestFactName.AgentVersion],
        McsIo = report[GuestFactName.MCSIO] is { } there ? there == "true" : null,
        SessionSupport = report[GuestFactName.SessionSupport],
        IdentityJoinStatus = report[GuestFactName.IdentityJoinStatus],
        Verdict = verdict,
    };

    private sealed class Seen
    {
        public ConsoleReadings Readings { get; set; } = ConsoleReadings.None;

        /// <summary>When the watch was first asked; it knows nothing yet then.</summary>
        public DateTimeOffset? WatchedSince { get; set; }

        public DateTimeOffset ReadAt { get; set; }

        public DateTimeOffset? StoppedAt { get; set; }
    }
}
