using Darkroom.Architecture.Tests.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Darkroom.Architecture.Tests.Domain;

/// <summary>All waiting and all reading of time goes through a clock that is handed in, so that a preparation of an hour can be played in a second.</summary>
public sealed class ClockTests
{
    private static readonly string[] Members =
    [
        "Task.Delay", "Thread.Sleep", "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow",
        "TimeProvider.System", "Environment.TickCount", "Environment.TickCount64",
    ];

    private static readonly string[] Types = ["Stopwatch", "PeriodicTimer", "Timer"];

    /// <summary>Who may, and why.</summary>
    private static readonly Dictionary<(string File, string Use), string> Allowed = new()
    {
        [("src/Darkroom.Client/Operations/OperationEventStream.cs", "Task.Delay")] = "a client waits in its user's time before it connects again",
        [("src/Darkroom.Core/Time/Clock.cs", "Task.Delay")] = "is the clock",
        [("src/Darkroom.PowerShell/Drive/Reading/DriveCache.cs", "TimeProvider.System")] = "a session of PowerShell remembers for seconds of its user's time",
        [("src/Darkroom.PowerShell/Sessions/UserClock.cs", "Task.Delay")] = "is the clock of a session",
        [("src/Darkroom.PowerShell/Sessions/UserClock.cs", "TimeProvider.System")] = "makes the clock of a session, whose user lives in real time",
        [("src/Darkroom.Server/Composition/CloudSetting.cs", "TimeProvider.System")] = "makes the clock",
        [("src/Darkroom.Server/Composition/ServerServices.cs", "TimeProvider.System")] = "whoever follows a sign-in link lives in real time",
        [("src/Darkroom.Server/SignIn/StudioSignIn.cs", "TimeProvider.System")] = "whoever sits before a browser lives in real time",
        [("src/Darkroom.Simulator/Time/SimulatedClock.cs", "Task.Delay")] = "is the simulator's clock",
        [("src/Darkroom.Simulator/SimulatorOptions.cs", "TimeProvider.System")] = "makes the simulator's clock; signatures are judged in real time",
    };

    [Fact]
    public void Nobody_but_the_clocks_reads_time_or_waits_by_himself() =>
        Uses().Where(use => !Allowed.ContainsKey((use.File, use.Use))).Select(use => $"{use.At} {use.Use}").ShouldBeNone();

    [Fact]
    public void Nobody_is_allowed_what_he_does_not_use() =>
        Allowed.Keys.Except(Uses().Select(use => (use.File, use.Use))).ShouldBeNone();

    private static IEnumerable<(string File, string At, string Use)> Uses() =>
        from source in Sources.OfProduct
        from node in source.Syntax.DescendantNodes()
        let use = UseOf(node)
        where use is not null
        select (source.File, source.At(node), use);

    private static string? UseOf(SyntaxNode node) => node switch
    {
        MemberAccessExpressionSyntax access when Members.Contains(Last(access.Expression) + "." + access.Name.Identifier.ValueText) =>
            Last(access.Expression) + "." + access.Name.Identifier.ValueText,
        IdentifierNameSyntax name when Types.Contains(name.Identifier.ValueText) => name.Identifier.ValueText,
        _ => null,
    };

    // System.Threading.Tasks.Task.Delay is Task.Delay.
    private static string Last(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : expression.ToString();
}
