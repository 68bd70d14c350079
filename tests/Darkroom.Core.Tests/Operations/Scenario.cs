using Darkroom.Contracts.Operations;

namespace Darkroom.Core.Tests.Operations;

/// <summary>How an operation is started for the generic tests, and what it does to the account.</summary>
internal sealed record Scenario
{
    /// <summary>The operation's.</summary>
    public required string Kind { get; init; }

    private static readonly IReadOnlyDictionary<string, int> Nothing = new Dictionary<string, int>();

    /// <summary>Everything that must be there before.</summary>
    public Func<OperationHarness, Task<Guid>> SetUpAsync { get; init; } = _ => Task.FromResult(Guid.Empty);

    /// <summary>Takes what the set-up gave; returns the operation, which waits to be driven.</summary>
    public required Func<OperationHarness, Guid, Task<Guid>> StartAsync { get; init; }

    /// <summary>Its failures are held; the others' operations end with them and have nothing to take back.</summary>
    public bool Holds { get; init; }

    /// <summary>What is new in the account after its success.</summary>
    public IReadOnlyDictionary<string, int> Made { get; init; } = Nothing;

    /// <summary>What was in the account before and isn't after its success, by type.</summary>
    public IReadOnlyDictionary<string, int> Gone { get; init; } = Nothing;

    /// <summary>The steps that an operation beside it takes back meanwhile.</summary>
    public int UndoneBeside { get; init; }

    /// <summary>Brings it to its rest; an operation that it waits for has to be driven as well.</summary>
    public Func<OperationHarness, Guid, Task<OperationDto>> DriveAsync { get; init; } = (harness, operation) => harness.DriveAsync(operation);

    /// <summary>What was ever made, be it gone by then.</summary>
    public IReadOnlyDictionary<string, int> EverMade { get; init; } = new Dictionary<string, int> { ["instance"] = 0, ["image"] = 0, ["security-group"] = 0 };

    /// <summary>What a failure may leave.</summary>
    public IReadOnlyDictionary<string, int> MayStay { get; init; } = Nothing;

    /// <summary>Store writes and cloud calls that it has at least.</summary>
    public required int Points { get; init; }

    /// <summary>What the domain must show after a failure in the step of that name.</summary>
    public required Func<OperationHarness, string, Task> CheckFailedAsync { get; init; }

    /// <summary>What else must hold after its success.</summary>
    public Func<OperationHarness, Task> CheckAsync { get; init; } = _ => Task.CompletedTask;
}
