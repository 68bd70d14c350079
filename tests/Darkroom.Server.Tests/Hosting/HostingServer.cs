using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Darkroom.Aws;
using Darkroom.Core.Clouds;
using Darkroom.Core.Storage;
using Darkroom.Server.Composition;
using Darkroom.Server.SignIn;
using Darkroom.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Hosting;

/// <summary>A server on the demo world. The default chain is the world's principal <c>darkroom</c> of the account 111122223333.</summary>
public sealed class HostingServer : IAsyncLifetime
{
    public const string Account = "111122223333";
    public const string OtherAccount = "444455556666";
    public const string KeyId = "AKIADARKROOMDEMO0001";
    public const string Secret = "darkroom/demo/not/a/secret/key/of/us0001";
    public const string OtherKeyId = "AKIADARKROOMDEMO0011";
    public const string OtherSecret = "darkroom/demo/not/a/secret/key/of/us0011";
    public const string Vpc = "vpc-0da4c0000000000a1";

    private WebApplication? _app;
    private HttpClient? _http;
    private SimulatorServer? _simulator;
    private string? _folder;

    public SimulatorServer Simulator => _simulator!;

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorServer.StartAsync(new SimulatorOptions
        {
            WorldJson = World(),
            ThrottleFactor = 0,
            Timings = t => t with { ConsistencySeconds = 0 },
        });
        _folder = Directory.CreateTempSubdirectory("darkroom-test-").FullName;
        var settings = new ServerSettings { Data = DataFolder.Open(_folder), Url = new Uri("http://127.0.0.1:0") };
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Url.ToString());
        builder.AddLogs();
        builder.AddDarkroom(settings);
        builder.Services.AddDarkroomAws(new AwsOptions { EndpointOverride = _simulator.BaseUri, DefaultCredentials = new AwsKeyPair(KeyId, Secret) });
        builder.Services.AddSingleton<IAccounts, NoLimits>();
        _app = builder.Build();
        _app.MapDarkroom();
        await using (var db = await DatabaseAsync())
        {
            await db.Database.EnsureCreatedAsync();
        }

        var token = await Services.GetRequiredService<LocalAdministrator>().EnsureTokenAsync(null, CancellationToken.None);
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.First() + "/api/v1/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async ValueTask DisposeAsync()
    {
        _http!.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        await _simulator!.DisposeAsync();
        Directory.Delete(_folder!, recursive: true);
    }

    public Task<DarkroomDb> DatabaseAsync() => Services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync();

    /// <summary>Sends a request; changes take any state unless told otherwise.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, string? ifMatch = "*", string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        if (ifMatch is not null && (method == HttpMethod.Patch || method == HttpMethod.Delete))
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await _http!.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = text.Length > 0 ? JsonDocument.Parse(text).RootElement : default;
        return new Answer((int)response.StatusCode, json, response.Headers.Location?.ToString(), response.Headers.ETag?.ToString());
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object body, string? key = null) => SendAsync(HttpMethod.Post, path, body, key: key);

    public Task<Answer> PatchAsync(string path, object body, string? ifMatch = "*") => SendAsync(HttpMethod.Patch, path, body, ifMatch);

    public Task<Answer> DeleteAsync(string path, string? ifMatch = "*") => SendAsync(HttpMethod.Delete, path, null, ifMatch);

    /// <summary>Makes a connection of a fresh name on the default chain; returns the name.</summary>
    public async Task<string> ConnectionAsync(string region = "us-east-1")
    {
        var name = $"Connection {Guid.NewGuid():N}";
        (await PostAsync("connections", new { hypervisorConnectionName = name, region })).Status.Should().Be(201);
        return name;
    }

    /// <summary>Makes a hosting unit of a fresh name in the first zone; returns the name.</summary>
    public async Task<string> HostingUnitAsync(string connection, string zone = "us-east-1a", string subnet = "192.168.0.0`/20")
    {
        var name = $"Unit {Guid.NewGuid():N}";
        var answer = await PostAsync("hosting-units", Unit(name, connection, zone, subnet));
        answer.Status.Should().Be(201, "{0}", answer.Body);
        return name;
    }

    public static object Unit(string name, string connection, string zone = "us-east-1a", string subnet = "192.168.0.0`/20") => new
    {
        hostingUnitName = name,
        hypervisorConnection = connection,
        rootPath = $@"XDHyp:\Connections\{connection}\Default VPC.virtualprivatecloud\",
        availabilityZonePath = zone,
        networkPaths = new[] { $@"XDHyp:\Connections\{connection}\Default VPC.virtualprivatecloud\{zone}.availabilityzone\{subnet} ({Vpc}).network" },
    };

    // The demo world, and in its second Region another VPC and a machine that Darkroom made.
    private static string World()
    {
        using var demo = typeof(SimulatorServer).Assembly.GetManifestResourceStream("worlds/demo.json")!;
        var world = JsonNode.Parse(demo)!;
        var region = world["accounts"]![0]!["regions"]!["eu-west-1"]!;
        region["vpcs"]!.AsArray().Add(JsonNode.Parse("""{ "id": "vpc-0da4c0000000000e2", "cidr": "10.0.0.0/16", "tags": { "Name": "Second VPC" } }"""));
        region["instances"] = JsonNode.Parse(
            """
            [{
              "id": "i-0da4c0000000000e1",
              "launch": {
                "ImageId": "ami-0e123456789abcdef", "InstanceType": "t3.medium", "SubnetId": "subnet-0da4c000000000e1a",
                "TagSpecifications": [{ "ResourceType": "instance", "Tags": [{ "Key": "darkroom:operation", "Value": "x" }] }]
              }
            }]
            """);
        return world.ToJsonString();
    }

    private sealed class NoLimits(AnswerCache answers) : IAccounts
    {
        public Task DrawAsync(AccountKey account, string api, CancellationToken ct) => Task.CompletedTask;

        public Task<InstanceStatus?> WatchInstanceAsync(CloudAccess access, string instanceId, CancellationToken ct) => Task.FromResult<InstanceStatus?>(null);

        public Task<T> CachedAsync<T>(AccountKey account, string key, TimeSpan maxAge, Func<CancellationToken, Task<T>> read, CancellationToken ct) =>
            answers.GetAsync(account, key, maxAge, read, ct);
    }
}

/// <summary>What the server answered.</summary>
public sealed record Answer(int Status, JsonElement Body, string? Location, string? Tag)
{
    public string? Code => Text("code");

    /// <summary>The member that the first error is about.</summary>
    public string? Field => Body.GetProperty("errors")[0].TryGetProperty("field", out var member) ? member.GetString() : null;

    public string? Text(string member) => Body.TryGetProperty(member, out var value) ? value.GetString() : null;

    /// <summary>Holds that the request was refused with this code, on this member, with a remedy.</summary>
    public void ShouldBeRefused(int status, string code, string? field = null)
    {
        (Status, Code).Should().Be((status, code), "{0}", Body);
        Text("remedy").Should().NotBeNullOrEmpty();
        if (field is not null)
        {
            Field.Should().Be(field);
        }
    }
}
