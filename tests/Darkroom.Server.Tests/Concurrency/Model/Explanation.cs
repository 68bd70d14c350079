using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Darkroom.Server.Tests.Concurrency.Model;

/// <summary>
/// Looks for an order of calls and of what operations do by themselves that the rules explain (linearizability; Wing and Gong's search with the memory of
/// Lowe's: no state is looked at twice behind the same calls).
/// </summary>
internal sealed partial class Explanation
{
    private readonly Call[][] _calls;
    private readonly HashSet<string> _seen = [];
    private int[] _furthest;
    private readonly List<ImageState> _there = [];

    private Explanation(IEnumerable<Call> history)
    {
        _calls = [.. history.GroupBy(call => call.Administrator).OrderBy(calls => calls.Key).Select(calls => calls.OrderBy(call => call.Sent).ToArray())];
        _furthest = new int[_calls.Length];
    }

    /// <summary>Null when the rules explain the history; else what they explain and where it ends.</summary>
    /// <param name="history">One administrator sends a call only after the answer to the one before.</param>
    public static string? WhyNot(IReadOnlyCollection<Call> history)
    {
        var search = new Explanation(history);
        return search.Explains() ? null : search.Report();
    }

    private bool Explains()
    {
        var open = new Stack<(int[] At, ImageState State)>();
        open.Push((new int[_calls.Length], ImageState.Start));
        while (open.TryPop(out var node))
        {
            var (at, state) = node;
            if (!_seen.Add($"{string.Join(' ', at)}\n{state}"))
            {
                continue;
            }

            Remember(at, state);
            if (at.Select((position, line) => position == _calls[line].Length).All(isDone => isDone))
            {
                return true;
            }

            foreach (var next in Progress.Next(state))
            {
                open.Push((at, next));
            }

            foreach (var line in Eligible(at))
            {
                var call = _calls[line][at[line]];
                if (call.Command.Apply(state, call.Answer) is { } next)
                {
                    int[] further = [.. at];
                    further[line]++;
                    open.Push((further, next));
                }
            }
        }

        return false;
    }

    /// <summary>Whose next call was sent before any other's was answered.</summary>
    private IEnumerable<int> Eligible(int[] at)
    {
        var heads = Enumerable.Range(0, _calls.Length).Where(line => at[line] < _calls[line].Length).ToList();
        var firstAnswer = heads.Min(line => _calls[line][at[line]].Answered);
        return heads.Where(line => _calls[line][at[line]].Sent <= firstAnswer);
    }

    private void Remember(int[] at, ImageState state)
    {
        var (here, best) = (at.Sum(), _furthest.Sum());
        if (here > best)
        {
            _furthest = at;
            _there.Clear();
        }

        if (here >= best)
        {
            _there.Add(state);
        }
    }

    private string Report()
    {
        var report = new StringBuilder("The rules don't explain this history; what they explain comes first, then what can't be explained.\n");
        report.AppendJoin('\n', Lines((line, i) => line.Take(_furthest[i]))).Append("\n--- not explained:\n");
        report.AppendJoin('\n', Lines((line, i) => line.Skip(_furthest[i]))).Append("\n--- in one of the states:\n");
        return Numbered(report.AppendJoin("or\n", _there.Take(4)).ToString());
    }

    private IEnumerable<string> Lines(Func<Call[], int, IEnumerable<Call>> part)
    {
        var start = _calls.Min(line => line[0].Sent);
        return _calls.SelectMany(part).OrderBy(call => call.Sent).Select(call => string.Create(
            CultureInfo.InvariantCulture,
            $"{Milliseconds(call.Sent - start),8:0.0} to {Milliseconds(call.Answered - start),8:0.0} ms  {call.Administrator}: {call.Command} → {call.Answer}"));
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;

    /// <summary>Short numbers instead of uids.</summary>
    private static string Numbered(string text)
    {
        var numbers = new Dictionary<string, string>();
        return Uid().Replace(text, uid =>
        {
            numbers.TryAdd(uid.Value, $"#{numbers.Count + 1}");
            return numbers[uid.Value];
        });
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Uid();
}
