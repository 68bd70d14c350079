using System.Net;
using System.Runtime.InteropServices;
using Amazon.EC2;
using Microsoft.Win32.SafeHandles;

namespace Darkroom.Simulator.Tests.History;

/// <summary>A history that can't be written any more.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("darkroom-history-").FullName;

    private string HistoryPath => Path.Combine(_folder, "aws.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Nothing_is_answered_any_more_and_what_was_not_kept_has_not_happened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full is Linux's.");
        List<string> kept;
        await using (var cloud = await StartAsync())
        {
            kept = [(await cloud.RunAsync(SimulatedCloud.Launch())).InstanceId];
            FillDisk();

            await RefusedAsync(() => cloud.RunAsync(SimulatedCloud.Launch()));
            await RefusedAsync(() => cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = kept }, SimulatedCloud.Cancel));
            await RefusedAsync(() => cloud.Ec2.DescribeInstancesAsync(SimulatedCloud.Cancel));
            using var control = new HttpClient { BaseAddress = new Uri(cloud.Server.BaseUri, "/_simulator/") };
            using var body = new StringContent("""{"zone":"us-east-1a","available":0}""");
            (await control.PostAsync("capacity", body, SimulatedCloud.Cancel)).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        }

        await using var again = await StartAsync();
        again.Resources().Where(resource => resource.Type == "instance" && resource.State == "pending").Select(resource => resource.Id).Should().Equal(kept);
        await again.RunAsync(SimulatedCloud.Launch());
    }

    private static async Task RefusedAsync(Func<Task> call)
    {
        var refused = (await FluentActions.Awaiting(call).Should().ThrowAsync<AmazonEC2Exception>()).Which;
        refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        refused.Message.Should().Contain("can't be written").And.Contain("until it is started again");
    }

    private Task<SimulatedCloud> StartAsync() => SimulatedCloud.StartAsync(options => options with { HistoryPath = HistoryPath });

    /// <summary>What this process has open of the history is from now on a file on a full disk.</summary>
    private void FillDisk()
    {
        using var full = File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write);
        foreach (var open in Directory.GetFiles("/proc/self/fd").Where(fd => new FileInfo(fd).LinkTarget == HistoryPath))
            Replace(full, int.Parse(Path.GetFileName(open), System.Globalization.CultureInfo.InvariantCulture)).Should().BePositive();
    }

    [DllImport("libc", EntryPoint = "dup2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Replace(SafeFileHandle with, int descriptor);
}
