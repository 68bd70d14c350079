using Darkroom.Simulator.Ec2.Instances;

namespace Darkroom.Simulator.Guests;

/// <summary>
/// A guest at work: from power-on to its own shutdown, over simulated time. It knows its user data, its image and its serial port, nothing else;
/// what it can be fooled by, a real one could be fooled by.
/// </summary>
internal sealed class GuestRun(Instance instance, GuestFacts facts)
{
    private const double UsualStepSeconds = 5;

    /// <summary>Plans everything that this start of the instance will do.</summary>
    public void PowerOn(DateTimeOffset at)
    {
        instance.Console.Print(at, BootNoise());
        var script = GuestScript.Read(instance.UserDataText);
        if (script is null || script.Os != facts.Os || (instance.Starts > 1 && !script.RunsAtEachStart) || instance.PreparedWith == script.Nonce)
            return;
        At(at.AddSeconds(facts.BootSeconds), then => Run(script, then));
    }

    private IEnumerable<string> BootNoise() =>
        facts.Os == GuestOs.Linux
            ? ["[    0.000000] Linux version " + facts.OsBuild, "[    1.204518] nvme nvme0: pci function 0000:00:04.0", .. facts.ConsoleNoise]
            : ["Windows is Ready to use", "AMI Origin Name: " + facts.OperatingSystem, .. facts.ConsoleNoise];

    private void Run(GuestScript script, DateTimeOffset at)
    {
        var talks = facts.Behaviour != GuestBehaviour.Silent;
        if (talks)
            Print(at, GuestReport.Begin(facts, script.Nonce));
        var finishes = facts.Behaviour is GuestBehaviour.Normal or GuestBehaviour.Silent;
        foreach (var step in finishes ? GuestReport.StepNames : GuestReport.StepNames.Take(1))
        {
            at = at.AddSeconds(facts.StepSeconds.GetValueOrDefault(step, UsualStepSeconds));
            if (talks)
                At(at, then => Print(then, GuestReport.Step(facts, script.Nonce, step, script.ExcludedSteps)));
        }
        if (facts.Behaviour == GuestBehaviour.Hangs)
            return;
        At(at.AddSeconds(1), then => End(script, then));
    }

    private void End(GuestScript script, DateTimeOffset at)
    {
        if (facts.Behaviour == GuestBehaviour.Normal)
            Report(script, at);
        else if (facts.Behaviour == GuestBehaviour.Crashes)
            Crash(at);
        else
            ShutDown(at);
    }

    private void Report(GuestScript script, DateTimeOffset at)
    {
        Print(at, [.. GuestReport.Facts(facts, script.Nonce), GuestReport.End(script.Nonce)]);
        instance.PreparedWith = script.Nonce;
        if (script.ShutsDown)
            At(at.AddSeconds(1), ShutDown);
    }

    private void Crash(DateTimeOffset at)
    {
        Print(at, facts.Os == GuestOs.Linux ? "Kernel panic - not syncing: Fatal exception" : "*** STOP: 0x0000007E SYSTEM_THREAD_EXCEPTION_NOT_HANDLED");
        ShutDown(at);
    }

    private void ShutDown(DateTimeOffset at) => instance.ShutDownFromInside(at);

    private void Print(DateTimeOffset at, params string[] lines) => instance.Console.Print(at, lines);

    private void At(DateTimeOffset due, Action<DateTimeOffset> happens)
    {
        var start = instance.Starts;
        instance.Region.Schedule.At(due, then =>
        {
            if (instance.State == InstanceState.Running && instance.Starts == start)
                happens(then);
        });
    }
}
