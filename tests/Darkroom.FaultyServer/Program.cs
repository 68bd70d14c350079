using Darkroom.FaultyServer;
using Darkroom.Server.Composition;

// As 'darkroom serve' is started by the tests: --data DIR --url URL --simulator URL.
string Given(string option) => args[Array.IndexOf(args, option) + 1];

var settings = new ServerSettings
{
    Data = DataFolder.Open(Given("--data")),
    Url = new Uri(Given("--url")),
    SimulatorUrl = new Uri(Given("--simulator")),
    Compose = services =>
    {
        RandomTokens.Plant(services);
        UnsafeOperations.Plant(services);
    },
};
await using var server = await RunningServer.StartAsync(settings, CancellationToken.None);
Console.WriteLine($"listening on {server.Endpoint.Url}");
await server.WaitForShutdownAsync(CancellationToken.None);
