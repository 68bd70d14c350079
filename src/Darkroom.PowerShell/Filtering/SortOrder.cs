using System.Text.RegularExpressions;

namespace Darkroom.PowerShell.Filtering;

/// <summary>
/// Reads -SortBy: names of properties with commas, semicolons or blanks between them, each with <c>+</c> or <c>-</c> before it and, for an order of one's own,
/// its values in parentheses behind it, where <c>&lt;null&gt;</c> stands for none: <c>-TaskState(Canceled,Finished),DateStarted</c>. Values that aren't named come last.
/// </summary>
internal sealed partial class SortOrder : IComparer<object>
{
    private readonly List<Key> _keys = [];

    private SortOrder(FilterSource source, MemberTable members)
    {
        foreach (Match part in Parts().Matches(source.Text))
        {
            if (!part.Groups["name"].Success)
            {
                throw source.Error(
                    part.Index, $"'{part.Value.Trim()}' names no property.", "Give names of properties, each with + or - before it, and commas between them.");
            }

            var member = members.Get(part.Groups["name"].Value, part.Groups["name"].Index, source);
            var ranks = part.Groups["values"] is { Success: true } values ? Ranks(values.Value) : null;
            _keys.Add(new Key(member, part.Groups["sign"].Value == "-" ? -1 : 1, ranks));
        }
    }

    /// <summary>The order that a text asks for; null when it asks for none.</summary>
    /// <exception cref="Errors.ModuleException">InvalidFilter.</exception>
    public static SortOrder? Of(FilterSource source, MemberTable members) => string.IsNullOrWhiteSpace(source.Text) ? null : new SortOrder(source, members);

    public int Compare(object? x, object? y)
    {
        foreach (var key in _keys)
        {
            if (key.Compare(x!, y!) is not 0 and var order)
            {
                return order * key.Direction;
            }
        }

        return 0;
    }

    private static Dictionary<string, int> Ranks(string values)
    {
        var ranks = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values.Split(',', StringSplitOptions.TrimEntries))
        {
            ranks.TryAdd(string.Equals(value, "<null>", StringComparison.OrdinalIgnoreCase) ? "" : value, ranks.Count);
        }

        return ranks;
    }

    [GeneratedRegex(@"(?<sign>[+-]?)(?<name>\w+)(\s*\((?<values>[^()]*)\))?(?=[\s,;]|$)|[^\s,;]+")]
    private static partial Regex Parts();

    private sealed record Key(Member Member, int Direction, Dictionary<string, int>? Ranks)
    {
        public int Compare(object one, object other)
        {
            var (left, right) = (Member.ValuesOf(one).FirstOrDefault(), Member.ValuesOf(other).FirstOrDefault());
            var order = Ranks is null ? 0 : RankOf(left).CompareTo(RankOf(right));
            return order != 0 ? order : MemberOrder.Compare(left, right);
        }

        private int RankOf(object? value) => Ranks!.GetValueOrDefault(Filtering.Member.TextOf(value), int.MaxValue);
    }
}
