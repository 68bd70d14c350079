using System.Net.Sockets;
using System.Text;
using Darkroom.Contracts.Access;
using Darkroom.Server.Tests.Operations;
using Darkroom.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Darkroom.Server.Tests.Problems;

/// <summary>Clients that send what can't be read and are gone before they are answered.</summary>
public sealed class GoneClientTests
{
    private const int Clients = 150;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_no_fault_of_the_servers()
    {
        var log = new Complaints(LogLevel.Warning);
        await using var server = await DarkroomServer.StartAsync(change: s => s with { Compose = services => services.AddSingleton<ILoggerProvider>(log) });

        for (var client = 0; client < Clients; client++)
        {
            await SendAndGoAsync(server, TimeSpan.FromMilliseconds(client % 10 / 2.0));
        }

        await server.Administrator.Tokens.ListAsync(ct: Ct);
        log.Said.Should().BeEmpty();
    }

    private static async Task SendAndGoAsync(DarkroomServer server, TimeSpan after)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, LingerState = new LingerOption(true, 0) };
        await socket.ConnectAsync(server.Url.Host, server.Url.Port, Ct);
        var request = $"POST /api/v1/tokens HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {server.Tokens[Role.Administrator]}\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n?";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request), Ct);
        await Task.Delay(after, Ct);
    }
}
