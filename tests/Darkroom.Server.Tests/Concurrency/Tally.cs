using System.Diagnostics;
using Darkroom.Server.Tests.Concurrency.Model;

namespace Darkroom.Server.Tests.Concurrency;

/// <summary>Counts what days of work came to, and says from time to time how far they are.</summary>
/// <param name="days">How many there will be.</param>
internal sealed class Tally(int days, Action<string> say)
{
    private const int Reports = 50;

    private readonly Lock _gate = new();
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly SortedDictionary<string, int> _answers = new(StringComparer.Ordinal);
    private readonly List<InAccount> _left = [];
    private int _sent;

    /// <summary>What was left in the account of each day's definition.</summary>
    public IReadOnlyCollection<InAccount> Left => _left;

    public void Add(Site site)
    {
        lock (_gate)
        {
            _sent += site.History.Count;
            _left.Add(site.History.Select(call => call.Answer).OfType<InAccount>().Last());
            foreach (var call in site.History)
            {
                var answer = call.Answer is Refused refused ? refused.Code : call.Answer is Rests rests ? $"{rests.State}" : "accepted";
                var key = $"{call.Command.GetType().Name,-16} {answer}";
                _answers[key] = _answers.GetValueOrDefault(key) + 1;
            }

            if (_left.Count % Math.Max(1, days / Reports) == 0)
            {
                say($"{Total()}, {_left.Count} of {days} days");
            }
        }
    }

    public override string ToString() => string.Join('\n', _answers.Select(answer => $"{answer.Value,6} {answer.Key}").Append(Total()));

    private string Total() => $"{_sent} calls in {Stopwatch.GetElapsedTime(_began).TotalSeconds:0} s";
}
