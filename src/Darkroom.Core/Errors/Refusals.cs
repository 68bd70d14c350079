namespace Darkroom.Core.Errors;

/// <summary>A rule says what it refuses, or null; a use case refuses for all of them at once.</summary>
internal static class Refusals
{
    /// <exception cref="DarkroomException">Everything that was refused, in the order given.</exception>
    public static void Raise(params IEnumerable<Error?> found)
    {
        Error[] refused = [.. found.OfType<Error>()];
        if (refused.Length > 0)
        {
            throw new DarkroomException(refused);
        }
    }
}
