using System.Globalization;
using Darkroom.Contracts.Operations;
using Spectre.Console;

namespace Darkroom.Server.Demo;

/// <summary>What the audience sees: one line a thing that happened, with simulated minutes; longer ones go on under their own text.</summary>
internal sealed class DemoStage(IAnsiConsole console, double clockScale)
{
    private const int Indent = 3;
    private const int LabelWidth = 28;

    /// <summary>So narrow is no terminal that somebody reads in.</summary>
    private const int LeastText = 20;
    private const string Loud = "default";
    private const string Quiet = "grey";
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

    public void Line(string label, string text) => Row(LabelWidth, $"[grey]{label.EscapeMarkup()}[/]", text);

    public void Good(string text) => Row(2, "[green]✓[/]", text);

    public void Bad(string text) => Row(2, "[red]✗[/]", text);

    public void Remedy(string text) => Row(4, "  [yellow]→[/]", text);

    /// <summary>What was asked for and refused, and why.</summary>
    public void Refused(string what, string why) => Row(LabelWidth, $"[red]✗[/] {what.EscapeMarkup()}", why);

    /// <summary>A line of an operation's log; beginnings of steps are left to their ends.</summary>
    public void Event(OperationEventDto e, DateTimeOffset start)
    {
        var at = $"[grey]{(e.At - start).ToString(@"mm\:ss", CultureInfo.InvariantCulture)}[/]";
        switch (e.Kind)
        {
            case "StepSucceeded":
                Row(LabelWidth + 8, $"{at} [green]✓[/] {e.Step.EscapeMarkup()}", $"{e.Progress} %", Quiet);
                break;
            case "StepFailed":
                Row(LabelWidth + 8, $"{at} [red]✗[/] {e.Step.EscapeMarkup()}", e.Message);
                break;
            case "UndoStarted":
                Row(8, at, $"Taking {e.Step} back.", Quiet);
                break;
            case "StepProgressed" or "StepDelayed" or "Held" or "RetryRequested" or "DiscardRequested" or "Ended":
                Row(8, at, e.Message, Quiet);
                break;
        }
    }

    private void Row(int width, string label, string text, string style = Loud)
    {
        var lines = TextLines.Of(text, Math.Max(LeastText, console.Profile.Width - Indent - width));
        var front = label + new string(' ', Math.Max(1, width - Markup.Remove(label).Length));
        foreach (var line in lines)
        {
            console.MarkupLine($"{new string(' ', Indent)}{front}[{style}]{line.EscapeMarkup()}[/]");
            front = new string(' ', width);
        }
    }
}
