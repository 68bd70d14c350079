using Darkroom.Contracts.Problems;

namespace Darkroom.Core.Errors;

/// <summary>A catalogued error that happened: the definition with its texts filled in.</summary>
public sealed record Error(ErrorDefinition Definition, string Message, string Remedy)
{
    public string Code => Definition.Code;

    /// <summary>The input member it is about, in the API's spelling.</summary>
    public string? Field { get; init; }

    /// <summary>What the cloud said, word for word.</summary>
    public string? Detail { get; init; }

    /// <summary>What has to go or end first.</summary>
    public IReadOnlyList<Obstacle> Obstacles { get; init; } = [];

    public Error On(string field) => this with { Field = field };

    public DarkroomException AsException() => new(this);

    public ProblemItemDto ToDto() => new()
    {
        Code = Code,
        Message = Message,
        Remedy = Remedy,
        Field = Field,
        Detail = Detail,
        Obstacles = Obstacles.Count == 0 ? null : [.. Obstacles.Take(ProblemItemDto.MostObstacles).Select(o => o.ToDto())],
    };
}

/// <summary>Carries one or more catalogued errors to the surface that renders them.</summary>
public sealed class DarkroomException(IReadOnlyList<Error> errors, Exception? inner = null)
    : Exception(string.Join(" ", errors.Select(e => e.Message)), inner)
{
    public DarkroomException(Error error, Exception? inner = null) : this([error], inner)
    {
    }

    public Error Error => errors[0];

    public IReadOnlyList<Error> Errors => errors;
}
