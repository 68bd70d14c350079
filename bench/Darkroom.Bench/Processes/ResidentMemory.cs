using System.Globalization;

namespace Darkroom.Bench.Processes;

/// <summary>A process's resident memory in bytes, as the kernel counts it.</summary>
internal sealed record ResidentMemory(long Now, long Peak)
{
    public static ResidentMemory Own => Of(Environment.ProcessId);

    public static ResidentMemory Of(int process)
    {
        var status = File.ReadAllLines($"/proc/{process}/status");
        return new ResidentMemory(Bytes(status, "VmRSS:"), Bytes(status, "VmHWM:"));
    }

    private static long Bytes(string[] status, string name)
    {
        var line = status.First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }
}
