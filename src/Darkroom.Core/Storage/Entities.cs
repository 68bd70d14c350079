namespace Darkroom.Core.Storage;

/// <summary>A row whose changes are counted; a write that finds another count changes nothing.</summary>
public interface IVersioned
{
    long Version { get; set; }
}

/// <summary>A row with a name that ignores case.</summary>
public interface INamed
{
    string Name { get; }

    /// <summary>The name as compared; kept by <see cref="DarkroomDb"/> on every save.</summary>
    string NameKey { get; set; }
}

/// <summary>How names are compared.</summary>
public static class NameKey
{
    public static string Of(string name) => name.ToUpperInvariant();
}
