using Darkroom.Server.Tests.Concurrency;
using Darkroom.Server.Tests.Crash;
using Darkroom.Server.Tests.Operations;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Darkroom.Server.Tests.LongestFirst))]

namespace Darkroom.Server.Tests;

/// <summary>Begins with the classes that take longest, so that none of them runs alone at the end while a core waits.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Longest =
        [typeof(KillTests), typeof(ConcurrencyTests), typeof(FaultyServerTests), typeof(PlantedFaultTests), typeof(SimulatedAccountTests), typeof(EventStreamTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Rank)];

    private static int Rank<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var rank = Array.FindIndex(Longest, type => collection.TestCollectionDisplayName.Contains(type.FullName!, StringComparison.Ordinal));
        return rank < 0 ? Longest.Length : rank;
    }
}
