namespace Darkroom.Simulator.History;

/// <summary>A simulated cloud can't be brought back out of its history.</summary>
public sealed class HistoryException(string message, Exception? inner = null) : Exception(message, inner);
