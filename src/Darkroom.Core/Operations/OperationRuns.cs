using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Core.Time;
using Microsoft.Extensions.Logging;

namespace Darkroom.Core.Operations;

/// <summary>Makes the runs of operations.</summary>
public sealed class OperationRuns(
    IEnumerable<OperationDefinition> definitions,
    OperationStore store,
    OperationSignals signals,
    ICloud cloud,
    IAccounts accounts,
    CloudAccessFactory access,
    Clock clock,
    ILogger<OperationRun> log)
{
    private readonly Dictionary<string, OperationDefinition> _definitions = definitions.ToDictionary(d => d.Kind);

    public OperationRun For(Guid operationId) => new(operationId, this);

    public OperationDefinition Definition(string kind) => _definitions.TryGetValue(kind, out var definition)
        ? definition
        : throw new InvalidOperationException($"This version of Darkroom knows no operation of kind {kind}.");

    /// <summary>The kinds whose tasks are of a type, whatever its case.</summary>
    internal IReadOnlyList<string> KindsOf(string taskType) =>
        [.. _definitions.Values.Where(d => string.Equals(d.TaskType, taskType, StringComparison.OrdinalIgnoreCase)).Select(d => d.Kind)];

    internal OperationStore Store => store;

    internal OperationSignals Signals => signals;

    internal ICloud Cloud => cloud;

    internal IAccounts Accounts => accounts;

    internal CloudAccessFactory Access => access;

    internal Clock Clock => clock;

    internal ILogger Log => log;
}
