using System.Text;

namespace Darkroom.Simulator.Ec2.Instances;

/// <summary>What an instance has printed on its serial port, with when.</summary>
internal sealed class SerialConsole
{
    /// <summary>GetConsoleOutput gives the newest 64 KB.</summary>
    private const int Kept = 64 * 1024;

    private readonly List<(DateTimeOffset At, string Line)> lines = [];

    public void Print(DateTimeOffset at, IEnumerable<string> printed) => lines.AddRange(printed.Select(line => (at, line)));

    /// <summary>What had been printed by a time.</summary>
    public byte[] Read(DateTimeOffset until)
    {
        var text = new StringBuilder();
        foreach (var (_, line) in lines.TakeWhile(line => line.At <= until))
            text.Append(line).Append("\r\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return bytes.Length <= Kept ? bytes : bytes[^Kept..];
    }
}
