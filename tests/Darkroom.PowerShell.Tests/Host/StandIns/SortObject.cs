using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

[Cmdlet("Sort", "Object")]
public sealed class SortObject : PSCmdlet
{
    private readonly List<PSObject> _input = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public string? Property { get; set; }

    [Parameter]
    public SwitchParameter Descending { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            _input.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        var comparer = Comparer<object?>.Create((left, right) => LanguagePrimitives.Compare(left, right, ignoreCase: true));
        var sorted = _input.Order(Comparer<PSObject>.Create((left, right) => comparer.Compare(KeyOf(left), KeyOf(right))));
        WriteObject(Descending ? sorted.Reverse() : sorted, enumerateCollection: true);
    }

    private object? KeyOf(PSObject item) => Property is null ? item.BaseObject : item.Properties[Property]?.Value;
}
