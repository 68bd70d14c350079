using Darkroom.Contracts.Operations;
using Spectre.Console;

namespace Darkroom.Server.Demo;

/// <summary>What the audience sees: one line a thing that happened, with simulated minutes.</summary>
internal sealed class DemoStage(IAnsiConsole console, double clockScale)
{
    private const int LabelWidth = 28;
    private int _acts;

    public void Open(string server, string data, string account)
    {
        console.MarkupLine("[bold]Darkroom[/]  from an AMI to a prepared image, on a simulated AWS");
        Line("server", server);
        Line("data folder", data);
        Line("simulated account", account);
        Line("clock", FormattableString.Invariant($"{clockScale:0.##} times real time; minutes below are simulated"));
    }

    public void Act(string title)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{++_acts}  {title}[/]");
    }

    public void Line(string label, string text) => console.MarkupLineInterpolated($"   [grey]{label.PadRight(LabelWidth)}[/]{text}");

    public void Good(string text) => console.MarkupLineInterpolated($"   [green]✓[/] {text}");

    public void Bad(string text) => console.MarkupLineInterpolated($"   [red]✗[/] {text}");

    public void Remedy(string text) => console.MarkupLineInterpolated($"     [yellow]→[/] {text}");

    /// <summary>A line of an operation's log; beginnings of steps are left to their ends.</summary>
    public void Event(OperationEventDto e, DateTimeOffset start)
    {
        var at = (e.At - start).ToString(@"mm\:ss", System.Globalization.CultureInfo.InvariantCulture);
        switch (e.Kind)
        {
            case "StepSucceeded":
                console.MarkupLineInterpolated($"   [grey]{at}[/] [green]✓[/] {(e.Step ?? "").PadRight(LabelWidth)} [grey]{e.Progress,3} %[/]");
                break;
            case "StepFailed":
                console.MarkupLineInterpolated($"   [grey]{at}[/] [red]✗[/] {(e.Step ?? "").PadRight(LabelWidth)} {e.Message}");
                break;
            case "StepProgressed" or "StepDelayed" or "UndoStarted" or "Held" or "RetryRequested" or "DiscardRequested" or "Ended":
                console.MarkupLineInterpolated($"   [grey]{at}   {e.Message}[/]");
                break;
        }
    }
}
