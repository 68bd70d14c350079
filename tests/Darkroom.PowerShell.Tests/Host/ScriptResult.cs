using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>What a script has written, stream by stream.</summary>
/// <param name="Terminated">The error that ended the script; null when it ran to its end.</param>
public sealed record ScriptResult(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<ProgressRecord> Progress,
    ErrorRecord? Terminated)
{
    /// <summary>The script ran to its end and wrote no error; fails with them otherwise.</summary>
    public ScriptResult ShouldSucceed()
    {
        Errors.Concat(Terminated is null ? [] : [Terminated]).Select(error => $"{error.FullyQualifiedErrorId}: {error}").Should().BeEmpty();
        return this;
    }

    /// <summary>The one error of the script, whose code is as given.</summary>
    public ErrorRecord ShouldFail(string code)
    {
        var error = Errors.Concat(Terminated is null ? [] : [Terminated]).Should().ContainSingle().Subject;
        error.FullyQualifiedErrorId.Split(',')[0].Should().Be(code, "{0}", error);
        return error;
    }

    /// <summary>A member of the only object that was written.</summary>
    public object? this[string member] => Output.Should().ContainSingle().Subject.Properties[member]?.Value;
}
