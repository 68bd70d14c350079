using System.Globalization;
using Darkroom.Contracts.Operations;
using Spectre.Console;

namespace Darkroom.Server.Demo;

/// <summary>What the audience sees: one line a thing that happened, with simulated minutes; longer ones go on under their own text.</summary>
internal sealed class DemoStage(IAnsiConsole console, double clockScale)
{
    private const int Indent = 3;
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

    public void Line(string label, string text) => Row(LabelWidth, $"[grey]{label.EscapeMarkup()}[/]", text.EscapeMarkup());

    public void Good(string text) => Row(2, "[green]✓[/]", text.EscapeMarkup());

    public void Bad(string text) => Row(2, "[red]✗[/]", text.EscapeMarkup());

    public void Remedy(string text) => Row(4, "  [yellow]→[/]", text.EscapeMarkup());

    /// <summary>What was asked for and refused, and why.</summary>
    public void Refused(string what, string why) => Row(LabelWidth, $"[red]✗[/] {what.EscapeMarkup()}", why.EscapeMarkup());

    /// <summary>A line of an operation's log; beginnings of steps are left to their ends.</summary>
    public void Event(OperationEventDto e, DateTimeOffset start)
    {
        var at = $"[grey]{(e.At - start).ToString(@"mm\:ss", CultureInfo.InvariantCulture)}[/]";
        switch (e.Kind)
        {
            case "StepSucceeded":
                Row(LabelWidth + 8, $"{at} [green]✓[/] {e.Step.EscapeMarkup()}", $"[grey]{e.Progress,3} %[/]");
                break;
            case "StepFailed":
                Row(LabelWidth + 8, $"{at} [red]✗[/] {e.Step.EscapeMarkup()}", e.Message.EscapeMarkup());
                break;
            case "UndoStarted":
                Row(8, at, $"[grey]Taking {e.Step.EscapeMarkup()} back.[/]");
                break;
            case "StepProgressed" or "StepDelayed" or "Held" or "RetryRequested" or "DiscardRequested" or "Ended":
                Row(8, at, $"[grey]{e.Message.EscapeMarkup()}[/]");
                break;
        }
    }

    private void Row(int width, string label, string text)
    {
        var row = new Grid()
            .AddColumn(new GridColumn { Width = width, NoWrap = true, Padding = new Padding(Indent, 0, 0, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        console.Write(row.AddRow(label, text));
    }
}
