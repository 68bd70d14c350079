using System.Management.Automation;
using Darkroom.Contracts.Problems;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Filtering;
using Darkroom.PowerShell.Sessions;

namespace Darkroom.PowerShell.Cmdlets;

/// <summary>A cmdlet that lists objects. Objects are written as their pages come, and no page is asked for that nobody needs.</summary>
public abstract class ListingCmdlet : DarkroomCmdlet
{
    private const int DefaultCount = 250;
    private const int LargestPage = 1000;

    /// <summary>How many objects are returned at most; 250 unless given, with a warning when there are more.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [NoFiles]
    public int MaxRecordCount { get; set; } = DefaultCount;

    /// <summary>Writes an error PartialData beside the objects, whose TotalAvailableResultCount says how many there are.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter ReturnTotalRecordCount { get; set; }

    /// <summary>How many objects are left out at the beginning.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [NoFiles]
    public int Skip { get; set; }

    /// <summary>
    /// Only objects that answer to conditions on their properties, such as <c>Name -like 'off*' -and Active -eq $true</c>, as a text or a script block.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFiles]
    public string? Filter { get; set; }

    /// <summary>The properties to sort by, with commas between them and <c>+</c> or <c>-</c> before each: <c>-DateStarted,Name</c>.</summary>
    [Parameter]
    [NoFiles]
    public string? SortBy { get; set; }

    /// <summary>Only these properties of each object.</summary>
    [Parameter]
    [SupportsWildcards]
    [NoFiles]
    public string[]? Property { get; set; }

    /// <summary>Taken so that existing scripts run. Objects of a Darkroom server are in no scopes.</summary>
    [Parameter]
    [NoFiles]
    public Guid FilterScope { get; set; }

    /// <summary>Writes what the parameters leave of a list.</summary>
    /// <param name="read">Reads a page: its size and its token, null for the first.</param>
    /// <param name="show">Makes the output object.</param>
    /// <param name="wanted">What the server couldn't choose by itself; null for all.</param>
    protected void WriteListing<TDto, TItem>(
        Func<int, string?, CancellationToken, Task<Page<TDto>>> read, Func<TDto, TItem> show, Func<TItem, bool>? wanted = null)
        where TItem : notnull
    {
        var query = new ListingQuery(typeof(TItem), Filter, SortBy, Property, SessionState.PSVariable.GetValue, UserClock.Real.Now);
        var needed = (long)Skip + MaxRecordCount + 1;
        var page = ReturnTotalRecordCount || wanted is not null || query.NeedsMore ? LargestPage : (int)Math.Min(needed, LargestPage);
        var items = query.Of(Items(page, read).Select(show).Where(wanted ?? (_ => true)));
        var (seen, written) = (0, 0);
        foreach (var item in items)
        {
            seen++;
            if (seen > Skip && written < MaxRecordCount)
            {
                WriteObject(query.Shown(item));
                written++;
            }
            else if (seen == needed && !ReturnTotalRecordCount)
            {
                break;
            }
        }

        Conclude(seen, written);
    }

    /// <summary>Writes the one object that the parameters name, unless others of them leave it out.</summary>
    protected void WriteOne<TDto, TItem>(Func<CancellationToken, Task<TDto>> read, Func<TDto, TItem> show, Func<TItem, bool> wanted)
        where TItem : notnull =>
        WriteListing<TDto, TItem>((_, _, ct) => OnePageAsync(read(ct)), show, wanted);

    private static async Task<Page<T>> OnePageAsync<T>(Task<T> item) => new([await item.ConfigureAwait(false)], null);

    private IEnumerable<TDto> Items<TDto>(int size, Func<int, string?, CancellationToken, Task<Page<TDto>>> read)
    {
        string? token = null;
        do
        {
            var page = Call(ct => read(size, token, ct));
            foreach (var item in page.Items)
            {
                yield return item;
            }

            token = page.NextPageToken;
        }
        while (token is not null);
    }

    private void Conclude(int seen, int written)
    {
        if (ReturnTotalRecordCount)
        {
            WriteError(new PartialDataRecord(written, seen));
        }
        else if (seen > Skip + written && !MyInvocation.BoundParameters.ContainsKey(nameof(MaxRecordCount)))
        {
            WriteWarning($"Only the first {written} objects are returned. Ask for more with -MaxRecordCount.");
        }
    }
}
