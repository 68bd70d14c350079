using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

[Cmdlet(VerbsCommon.Select, "Object")]
public sealed class SelectObject : PSCmdlet
{
    private readonly List<PSObject> _input = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public string[]? Property { get; set; }

    [Parameter]
    public string? ExpandProperty { get; set; }

    [Parameter]
    public int? First { get; set; }

    [Parameter]
    public int? Last { get; set; }

    [Parameter]
    public int Skip { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            _input.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        var chosen = _input.Skip(Skip);
        chosen = First is { } first ? chosen.Take(first) : chosen;
        chosen = Last is { } last ? chosen.TakeLast(last) : chosen;
        foreach (var item in chosen)
        {
            if (ExpandProperty is { } expanded)
            {
                WriteObject(item.Properties[expanded]?.Value, enumerateCollection: true);
            }
            else
            {
                WriteObject(Property is null ? item : Reduced(item, Property));
            }
        }
    }

    private static PSObject Reduced(PSObject item, string[] members)
    {
        var reduced = new PSObject();
        foreach (var member in members)
        {
            reduced.Properties.Add(new PSNoteProperty(member, item.Properties[member]?.Value));
        }

        return reduced;
    }
}
