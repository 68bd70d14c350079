using Darkroom.Core.Errors;
using Darkroom.Core.Storage;

namespace Darkroom.Core.UseCases;

/// <summary>The state that a caller has read before changing it (If-Match).</summary>
public static class ExpectedVersion
{
    /// <summary>Refuses the change when the row isn't the one that was read; null takes any state.</summary>
    /// <param name="kind">What the row is, in words: <c>hosting unit</c>.</param>
    /// <exception cref="DarkroomException">VersionMismatch.</exception>
    public static void Check(IVersioned row, long? expected, string kind, string name)
    {
        if (expected is { } version && version != row.Version)
        {
            throw CommonErrors.VersionMismatch.Raise(kind, name);
        }
    }
}
