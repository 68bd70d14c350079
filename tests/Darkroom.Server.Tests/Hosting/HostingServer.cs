using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Darkroom.Contracts.Access;
using Darkroom.Core.Storage;
using Darkroom.Simulator;
using Darkroom.Testing;
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

    private DarkroomServer? _server;
    private HttpClient? _http;

    public SimulatorServer Simulator => _server!.Simulator;

    public IServiceProvider Services => _server!.Services;

    public async ValueTask InitializeAsync()
    {
        _server = await DarkroomServer.StartAsync(change: settings => settings with
        {
            ClockScale = 1,
            Simulator = new SimulatorOptions { WorldJson = World(), ThrottleFactor = 0, Timings = t => t with { ConsistencySeconds = 0 } },
        });
        _http = _server.HttpOf(Role.Administrator);
        _http.BaseAddress = new Uri(_server.Url, "api/v1/");
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
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
