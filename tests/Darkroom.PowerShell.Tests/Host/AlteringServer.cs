using Darkroom.Testing;
using Microsoft.AspNetCore.Http;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>Answers some requests otherwise than the server behind it would.</summary>
/// <param name="refuses">Requests that aren't answered: the connection breaks.</param>
/// <param name="altered">What becomes of an answer's text.</param>
public sealed class AlteringServer(DarkroomServer server, Func<HttpRequest, bool> refuses, Func<string, string> altered) : ServerInFront(server)
{
    public static async Task<AlteringServer> StartAsync(DarkroomServer server, Func<HttpRequest, bool>? refuses = null, Func<string, string>? altered = null)
    {
        var altering = new AlteringServer(server, refuses ?? (_ => false), altered ?? (text => text));
        await altering.StartAsync();
        return altering;
    }

    protected override async Task AnswerAsync(HttpContext context)
    {
        if (refuses(context.Request))
        {
            context.Abort();
            return;
        }

        using var answer = await ForwardAsync(context);
        await context.Response.WriteAsync(altered(await answer.Content.ReadAsStringAsync(context.RequestAborted)), context.RequestAborted);
    }
}
