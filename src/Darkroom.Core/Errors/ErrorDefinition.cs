using System.Globalization;

namespace Darkroom.Core.Errors;

/// <summary>
/// One entry of the error catalogue: a stable code, an HTTP status, what happened and what to do.
/// Texts are composite formats over the same arguments. A code never changes its meaning.
/// </summary>
public sealed record ErrorDefinition(string Code, int Status, string Message, string Remedy)
{
    /// <summary>The task state that the cmdlets show when an operation ends with this error (cmdlet reference).</summary>
    public string TaskState { get; init; } = "ConfigurationError";

    /// <summary>Fills the texts in.</summary>
    public Error With(params object?[] arguments) => new(
        this,
        string.Format(CultureInfo.InvariantCulture, Message, arguments),
        string.Format(CultureInfo.InvariantCulture, Remedy, arguments));

    /// <summary>Fills the texts in, the last argument being obstacles of one kind, and keeps these beside them.</summary>
    public Error Naming(IReadOnlyList<Obstacle> obstacles, params object?[] arguments) =>
        With([.. arguments, Obstacles.Texts(obstacles)]) with { Obstacles = obstacles };

    /// <summary>The same for obstacles of many kinds.</summary>
    public Error NamingByKind(IReadOnlyList<Obstacle> obstacles, params object?[] arguments) =>
        With([.. arguments, Obstacles.ByKind(obstacles)]) with { Obstacles = obstacles };

    /// <summary>Fills the texts in and makes it throwable.</summary>
    public DarkroomException Raise(params object?[] arguments) => new(With(arguments));
}
