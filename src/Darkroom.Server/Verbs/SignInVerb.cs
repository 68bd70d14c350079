using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Darkroom.Client;

namespace Darkroom.Server.Verbs;

/// <summary><c>darkroom sign-in</c>: makes a one-time link into Studio of a running server.</summary>
internal static class SignInVerb
{
    private static readonly Option<bool> Open = new("--open") { Description = "Open the link in this machine's browser as well." };

    public static Command Make()
    {
        var command = new Command("sign-in", "Print a link that signs a browser in to Studio of the running server, once.") { Open, CommonOptions.Data };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        using var client = DarkroomClient.Discover(parsed.GetValue(CommonOptions.Data));
        var (address, expires) = await client.SignInLinks.CreateAsync(ct);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(address.ToString());
        await parsed.InvocationConfiguration.Error.WriteLineAsync($"It works once, until {expires.ToLocalTime():HH:mm}.");
        return parsed.GetValue(Open) ? await OpenAsync(address, parsed.InvocationConfiguration.Error) : 0;
    }

    private static async Task<int> OpenAsync(Uri address, TextWriter error)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true });
            return 0;
        }
        catch (Win32Exception e)
        {
            await error.WriteLineAsync($"darkroom: No browser could be opened: {e.Message}\nOpen the link yourself.");
            return 1;
        }
    }
}
