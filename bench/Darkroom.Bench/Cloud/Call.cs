using System.Net.Http.Json;

namespace Darkroom.Bench.Cloud;

/// <summary>One call as the simulator's journal has it.</summary>
internal sealed record Call(long Sequence, DateTimeOffset Time, string Service, string Action, string Outcome)
{
    /// <summary>Every call after a number.</summary>
    public static async Task<IReadOnlyList<Call>> SinceAsync(Uri simulator, long sequence, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = simulator };
        return await http.GetFromJsonAsync<List<Call>>($"_simulator/journal?since={sequence}", ct) ?? [];
    }

    /// <summary>The number of the newest call, 0 before the first.</summary>
    public static async Task<long> LastSequenceAsync(Uri simulator, CancellationToken ct) =>
        await SinceAsync(simulator, 0, ct) is [.., var last] ? last.Sequence : 0;
}
