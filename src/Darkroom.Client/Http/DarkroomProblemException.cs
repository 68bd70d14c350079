using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Http;

/// <summary>The server refused a request; the problem says why and what to do.</summary>
public sealed class DarkroomProblemException(ProblemDto problem) : Exception(problem.Detail)
{
    public ProblemDto Problem => problem;

    /// <summary>The stable code, e.g. <c>VersionMismatch</c>.</summary>
    public string Code => problem.Code;

    public int Status => problem.Status;
}
