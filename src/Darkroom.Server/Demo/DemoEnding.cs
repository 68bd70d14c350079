using Darkroom.Server.Composition;
using Spectre.Console;

namespace Darkroom.Server.Demo;

/// <summary>In a terminal: where to look next, while the server of the demo still runs.</summary>
internal static class DemoEnding
{
    /// <summary>Stays until Enter is pressed.</summary>
    /// <exception cref="OperationCanceledException">It was Ctrl+C instead.</exception>
    public static async Task StayAsync(IAnsiConsole console, RunningServer server, CancellationToken ct)
    {
        Show(console, server);
        console.Markup("The server runs until you press [bold]Enter[/]. ");

        // Reading a line can't be interrupted, so it is left behind.
        await Task.Run(Console.ReadLine, CancellationToken.None).WaitAsync(ct);
    }

    /// <summary>Where to look, each on one line, which the terminal may break and a copy of it doesn't.</summary>
    public static void Show(IAnsiConsole console, RunningServer server)
    {
        console.WriteLine();
        console.MarkupLine("[bold]Where to look next[/]");
        var plain = console.Profile.Out.Writer;
        plain.WriteLine($"  Studio          {server.Endpoint.Url}{server.MakeSignInLink().Path} (signs in once)");
        plain.WriteLine($"  API reference   {server.Endpoint.Url}/scalar");
        plain.WriteLine($"  operations      curl -H 'Authorization: Bearer {server.Endpoint.Token}' {server.Endpoint.Url}/api/v1/operations");
        plain.WriteLine($"  every AWS call  curl {server.Simulator!.BaseUri}_simulator/journal");
        plain.WriteLine("  on your own     README.md, 'First steps'");
        console.WriteLine();
    }
}
