using Darkroom.Client.Http;
using Darkroom.Contracts.Problems;

namespace Darkroom.Server.Tests.Images;

internal static class Refused
{
    /// <summary>The problem of a request that must be refused with this code; it has to say what to do.</summary>
    public static async Task<ProblemDto> WithAsync(string code, Func<Task> request)
    {
        var problem = (await request.Should().ThrowAsync<DarkroomProblemException>()).Which.Problem;
        problem.Code.Should().Be(code);
        problem.Remedy.Should().NotBeNullOrWhiteSpace();
        return problem;
    }
}
