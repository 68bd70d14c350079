namespace Darkroom.Simulator.History;

/// <summary>What a history begins with: only in the same world, begun at the same time, do its changes lead to the same account.</summary>
/// <param name="World">A digest of the world file.</param>
internal sealed record HistoryHeader(string World, DateTimeOffset BegunAt);

/// <summary>One line of a history: a call that changed something, a change of circumstances, or only the time.</summary>
internal sealed record HistoryEntry(DateTimeOffset At, RecordedCall? Call = null, RecordedCircumstance? Circumstance = null);

/// <summary>A call that succeeded and changed something.</summary>
/// <param name="Parameters">By their names on the wire; user data is among them.</param>
/// <param name="Drawn">The random digits that went into the ids it made.</param>
internal sealed record RecordedCall(
    string Account, string Region, string Principal, string PrincipalArn, string Service, string Action, IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyList<string> Drawn);

/// <summary>A change from above, by the control endpoint of that path.</summary>
internal sealed record RecordedCircumstance(string Path, string Body);
