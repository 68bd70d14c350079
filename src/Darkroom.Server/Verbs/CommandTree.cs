using System.CommandLine;
using Darkroom.Server.Composition;

namespace Darkroom.Server.Verbs;

/// <summary>The program's verbs, and how a refusal looks in a terminal.</summary>
internal static class CommandTree
{
    public static RootCommand Make() => new("Darkroom prepares golden images for desktop fleets on Amazon WorkSpaces Core.")
    {
        ServeVerb.Make(),
        SimulateVerb.Make(),
        MigrateVerb.Make(),
    };

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await Make().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync($"darkroom: {refused.Message}\n{refused.Remedy}");
            return 1;
        }
    }
}
