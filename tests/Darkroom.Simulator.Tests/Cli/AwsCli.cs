using System.Diagnostics;
using System.Text.Json;

namespace Darkroom.Simulator.Tests.Cli;

/// <summary>The AWS CLI from PATH, always pointed at the simulator: without an endpoint some versions would ask real AWS.</summary>
internal sealed class AwsCli(SimulatedCloud cloud, string principal)
{
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => ((string[])["aws", "aws.exe", "aws.cmd"]).Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    public static void SkipWithout()
    {
        if (Path is null)
            Assert.Skip("The AWS CLI (aws) isn't on PATH.");
    }

    /// <summary>Runs a command and gives its JSON answer.</summary>
    public async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var (exitCode, output, error) = await StartAsync(arguments);
        exitCode.Should().Be(0, "aws {0} said {1}", string.Join(' ', arguments), error);
        return output.Trim().Length == 0 ? default : JsonDocument.Parse(output).RootElement;
    }

    /// <summary>Runs a command that fails and gives what it says.</summary>
    public async Task<string> FailAsync(params string[] arguments)
    {
        var (exitCode, _, error) = await StartAsync(arguments);
        exitCode.Should().NotBe(0);
        return error;
    }

    private async Task<(int ExitCode, string Output, string Error)> StartAsync(string[] arguments)
    {
        var keys = cloud.Principal(principal);
        var start = new ProcessStartInfo(Path!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--endpoint-url", cloud.Server.BaseUri.ToString(), "--output", "json", .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["AWS_ACCESS_KEY_ID"] = keys.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = keys.SecretAccessKey;
        start.Environment["AWS_DEFAULT_REGION"] = SimulatedCloud.Region;
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["AWS_PAGER"] = "";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(SimulatedCloud.Cancel);
        var error = process.StandardError.ReadToEndAsync(SimulatedCloud.Cancel);
        await process.WaitForExitAsync(SimulatedCloud.Cancel);
        return (process.ExitCode, await output, await error);
    }
}
