using System.CommandLine;
using Darkroom.Client;
using Darkroom.Client.Http;
using Darkroom.Server.Composition;
using Darkroom.Server.Demo;

namespace Darkroom.Server.Verbs;

/// <summary>The program's verbs, and how a refusal looks in a terminal.</summary>
internal static class CommandTree
{
    /// <summary>What shells expect of a program that Ctrl+C has ended.</summary>
    private const int Interrupted = 130;

    /// <summary>How long whoever is interrupted may take to leave nothing behind.</summary>
    private static readonly TimeSpan ForCleaningUp = TimeSpan.FromSeconds(30);

    public static RootCommand Make() => new("Darkroom prepares golden images for desktop fleets on Amazon WorkSpaces Core.")
    {
        ServeVerb.Make(),
        SimulateVerb.Make(),
        MigrateVerb.Make(),
        TokenVerbs.Make(),
        SignInVerb.Make(),
        DemoVerb.Make(),
    };

    /// <summary>Runs what a command line asks for; what is refused is told on <paramref name="error"/>.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken ct = default)
    {
        try
        {
            var running = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ForCleaningUp };
            return await Make().Parse(args).InvokeAsync(running, ct);
        }
        catch (OperationCanceledException e) when (e.InnerException is not TimeoutException)
        {
            error.WriteLine("darkroom: stopped.");
            return Interrupted;
        }
        catch (StartRefusedException refused)
        {
            return Refuse(error, refused.Message, refused.Remedy);
        }
        catch (DarkroomProblemException refused)
        {
            return Refuse(error, refused.Problem.Detail, refused.Problem.Remedy);
        }
        catch (ServerNotFoundException missing)
        {
            return Refuse(error, missing.Message, "");
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            return Refuse(error, $"The server doesn't answer: {unreachable.Message}", "Start it with 'darkroom serve', or correct DARKROOM_URL.");
        }
    }

    private static int Refuse(TextWriter error, string message, string remedy)
    {
        error.WriteLine($"darkroom: {message}");
        if (remedy.Length > 0)
        {
            error.WriteLine(remedy);
        }

        return 1;
    }
}
