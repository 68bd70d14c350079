namespace Darkroom.Simulator.Worlds;

/// <summary>The file of a world, or one that the world names, can't be read.</summary>
public sealed class WorldUnreadableException(string path, Exception inner) : Exception($"The file {path} can't be read: {inner.Message}", inner);
