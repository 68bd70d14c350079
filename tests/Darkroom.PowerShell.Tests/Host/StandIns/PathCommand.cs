using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

/// <summary>An item command with -Path and -LiteralPath.</summary>
public abstract class PathCommand : ItemCommand
{
    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = ["."];

    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[]? LiteralPath { get; set; }

    protected override bool IsLiteral => LiteralPath is not null;

    protected string[] Paths => LiteralPath ?? Path;

    /// <summary>A failure of one path doesn't keep the command from the next.</summary>
    protected void ForEachPath(Action<string> work)
    {
        foreach (var path in Paths)
        {
            try
            {
                work(path);
            }
            catch (Exception e) when (IsOfOnePath(e))
            {
                WriteError(new ErrorRecord(((IContainsErrorRecord)e).ErrorRecord, e));
            }
        }
    }
}
