using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Http;

/// <summary>
/// The server refused a request; the problem says why and what to do. The client repeats no request by itself: whoever made it knows whether to, and
/// <see cref="RetryAfter"/> says when.
/// </summary>
public sealed class DarkroomProblemException(ProblemDto problem, TimeSpan? retryAfter = null) : Exception(problem.Detail)
{
    public ProblemDto Problem => problem;

    /// <summary>The stable code, e.g. <c>VersionMismatch</c>.</summary>
    public string Code => problem.Code;

    public int Status => problem.Status;

    /// <summary>The server, or what stands before it, is away or too busy: nothing that a later try may not cure.</summary>
    public bool IsPassing => Status is 429 or 502 or 503 or 504;

    /// <summary>How long to wait before the request is repeated, where the answer told it: over the rate limit, or while the server is away.</summary>
    public TimeSpan? RetryAfter => retryAfter;
}
