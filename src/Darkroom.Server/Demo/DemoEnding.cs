using Darkroom.Server.Composition;
using Spectre.Console;

namespace Darkroom.Server.Demo;

/// <summary>In a terminal: where to look next, while the server of the demo still runs.</summary>
internal static class DemoEnding
{
    public static void Stay(IAnsiConsole console, RunningServer server)
    {
        console.WriteLine();
        console.MarkupLine("[bold]Where to look next[/]");
        console.MarkupLineInterpolated($"  Studio          {server.Endpoint.Url}{server.MakeSignInLink().Path} (signs in once)");
        console.MarkupLineInterpolated($"  API reference   {server.Endpoint.Url}/scalar");
        console.MarkupLineInterpolated($"  operations      curl -H 'Authorization: Bearer {server.Endpoint.Token}' {server.Endpoint.Url}/api/v1/operations");
        console.MarkupLineInterpolated($"  every AWS call  curl {server.Simulator!.BaseUri}_simulator/journal");
        console.MarkupLine("  on your own     README.md, 'First steps'");
        console.WriteLine();
        console.Markup("The server runs until you press [bold]Enter[/]. ");
        Console.ReadLine();
    }
}
