using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Darkroom.Server.Verbs;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Verbs;

/// <summary>What can't be started is told in two lines: what is wrong, and what to do.</summary>
public sealed class RefusedStartTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("has more than a server can listen on", "http://127.0.0.1:7420.", "--url", "http://127.0.0.1:7420/darkroom")]
    [InlineData("has more than a server can listen on", "http://127.0.0.1:7420.", "--url", "http://127.0.0.1:7420/?a=b")]
    [InlineData("localhost is two addresses", "http://127.0.0.1:0", "--url", "http://localhost:0")]
    [InlineData("No clock can run NaN times", "--clock-scale", "--simulate", "--clock-scale", "NaN")]
    [InlineData("No clock can run Infinity times", "--clock-scale", "--simulate", "--clock-scale", "Infinity")]
    [InlineData("No clock can run 1000000000000 times", "--clock-scale", "--simulate", "--clock-scale", "1e12")]
    public async Task What_serve_cannot_do_is_said_with_its_remedy(string why, string remedy, params string[] options)
    {
        using var folder = new TestFolder();
        string[] url = options.Contains("--url") ? [] : ["--url", "http://127.0.0.1:0"];

        await RefusedAsync(why, remedy, ["serve", "--data", folder.Data.Path, .. url, .. options]);
    }

    [Fact]
    public async Task Https_without_a_certificate_is_refused()
    {
        using var own = new X509Store(StoreName.My, StoreLocation.CurrentUser);
        own.Open(OpenFlags.ReadOnly);
        Assert.SkipWhen(own.Certificates.Count > 0, "This machine may have a developer certificate, which the server would take.");
        using var folder = new TestFolder();

        await RefusedAsync("there is no certificate", "Kestrel:Certificates:Default:Path", "serve", "--data", folder.Data.Path, "--url", "https://127.0.0.1:0");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    [InlineData("token", "list")]
    [InlineData("sign-in")]
    public async Task An_empty_folder_name_is_refused(params string[] verb)
    {
        var (exit, said) = await RunAsync([.. verb, "--data", ""]);

        exit.Should().Be(1);
        said.Should().Contain("--data names no folder");
    }

    [Fact]
    public async Task A_folder_that_others_use_is_left_open_to_them()
    {
        using var folder = new TestFolder();
        var shared = Directory.CreateDirectory(Path.Combine(folder.Data.Path, "shared")).FullName;
        await File.WriteAllTextAsync(Path.Combine(shared, "minutes.txt"), "of last Monday", Ct);
        var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(shared);

        await RefusedAsync($"The folder {shared} holds other things", "--data", "serve", "--url", "http://127.0.0.1:0", "--data", shared);

        Directory.EnumerateFileSystemEntries(shared).Should().ContainSingle();
        (OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(shared)).Should().Be(mode);
    }

    [Theory]
    [InlineData("serve", "--url", "http://127.0.0.1:0")]
    [InlineData("migrate")]
    public async Task A_database_that_is_none_is_refused_by_its_name(params string[] verb)
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder.Data.DatabaseFile, "This was a database once, and somebody has opened it with an editor.", Ct);

        await RefusedAsync($"The database {folder.Data.DatabaseFile} can't be used", "backup", [.. verb, "--data", folder.Data.Path]);
    }

    [Theory]
    [InlineData("""{ "Limits": """, "/darkroom.json can't be read", "Correct the file")]
    [InlineData("""{ "Database": "Oracle" }""", "The setting Database is 'Oracle'", "Sqlite or Postgres")]
    [InlineData("""{ "Database": "Postgres", "ConnectionStrings": { "Darkroom": "no pairs" } }""", "PostgreSQL database can't be used", "ConnectionStrings__Darkroom")]
    [InlineData("""{ "Database": "Postgres", "ConnectionStrings": { "Darkroom": "Colour=red" } }""", "PostgreSQL database can't be used", "ConnectionStrings__Darkroom")]
    [InlineData("""{ "Logging": { "LogLevel": { "Default": "Loud" } } }""", "A setting has a value that can't be", "darkroom.json")]
    [InlineData("""{ "Kestrel": { "Certificates": { "Default": { "Path": "/nowhere.pfx" } } } }""", "no certificate", "Kestrel:Certificates:Default:Path")]
    public async Task Settings_that_cannot_be_are_refused_by_their_file(string settings, string why, string remedy)
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Data.Path, "darkroom.json"), settings, Ct);

        await RefusedAsync(why, remedy, "serve", "--url", "https://127.0.0.1:0", "--data", folder.Data.Path);
    }

    [Theory]
    [InlineData("There is no port 65536", "--port", "--port", "65536")]
    [InlineData("There is no port -1", "--port", "--port", "-1")]
    [InlineData("No clock can run 0 times", "--clock-scale", "--clock-scale", "0")]
    [InlineData("The file /nowhere.json can't be read", "--world", "--world", "/nowhere.json")]
    public async Task What_simulate_cannot_do_is_said_with_its_remedy(string why, string remedy, params string[] options) =>
        await RefusedAsync(why, remedy, ["simulate", .. options]);

    [Fact]
    public async Task A_folder_that_is_there_and_cannot_be_used_is_not_said_to_be_impossible_to_make()
    {
        const string Unwritable = "/proc/tty/ldisc";
        Assert.SkipUnless(Directory.Exists(Unwritable), "There is no folder that nobody can write.");

        await RefusedAsync($"The data folder {Unwritable} can't be written", "--data", "serve", "--data", Unwritable);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_said_to_be()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Data.Path, "file");
        await File.WriteAllTextAsync(file, "", Ct);

        await RefusedAsync($"The data folder {file}/data can't be made", "--data", "serve", "--data", $"{file}/data");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{ "colour": "red" }""")]
    [InlineData("""{ "regions": null, "instanceTypes": [], "accounts": [] }""")]
    [InlineData("""{ "regions": [], "instanceTypes": [], "accounts": [{ "id": "1" }, { "id": "1" }] }""")]
    [InlineData("""{ "regions": [], "instanceTypes": [], "accounts": [{ "id": "1", "users": [{ "name": "a", "accessKeyId": "b", "secretAccessKey": "c", "policy": {} }] }] }""")]
    public async Task A_world_that_cannot_be_understood_is_refused_by_its_file(string text)
    {
        using var folder = new TestFolder();
        var world = Path.Combine(folder.Data.Path, "world.json");
        await File.WriteAllTextAsync(world, text, Ct);

        await RefusedAsync($"The world in {world} can't be understood", "docs/simulator.md", "simulate", "--port", "0", "--world", world);
    }

    [Fact]
    public async Task A_simulator_whose_port_is_taken_is_refused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await RefusedAsync($"Can't listen on port {port}", "--port", "simulate", "--port", $"{port}");
    }

    private static async Task RefusedAsync(string why, string remedy, params string[] args)
    {
        var (exit, said) = await RunAsync(args);

        exit.Should().Be(1, said);
        var lines = said.TrimEnd().Split('\n');
        lines.Should().HaveCount(2);
        lines[0].Should().StartWith("darkroom: ").And.Contain(why);
        lines[1].Should().Contain(remedy);
    }

    private static async Task<(int Exit, string Said)> RunAsync(string[] args)
    {
        using var said = new StringWriter();
        var exit = await CommandTree.RunAsync(args, said, said, Ct);
        return (exit, said.ToString());
    }
}
