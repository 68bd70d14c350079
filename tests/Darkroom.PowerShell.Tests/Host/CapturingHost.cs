using System.Globalization;
using System.Management.Automation.Host;
using System.Text;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>A window of 120 columns that keeps what is written into it.</summary>
internal sealed class CapturingHost : PSHost
{
    private readonly CapturingUserInterface _interface = new();

    public StringBuilder Screen => _interface.Screen;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Test";

    public override PSHostUserInterface UI => _interface;

    public override Version Version { get; } = new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
