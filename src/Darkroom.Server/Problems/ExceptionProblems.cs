using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Problems;

/// <summary>Answers an exception with the catalogued error it carries; what carries none is a fault of ours and is logged.</summary>
internal sealed class ExceptionProblems(ILogger<ExceptionProblems> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var errors = ErrorsOf(context, exception);
        if (errors[0].Definition == CommonErrors.Internal)
        {
            log.LogError(exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
        }

        if (exception is CloudException { RetryAfter: { } wait })
        {
            context.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds):0}";
        }

        try
        {
            await ProblemWriter.WriteAsync(context, errors);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who would be answered is gone; the framework would tell it as a fault of the server's.
        }

        return true;
    }

    private static IReadOnlyList<Error> ErrorsOf(HttpContext context, Exception exception) => exception switch
    {
        DarkroomException known => known.Errors,
        CloudException cloud => [cloud.Error],
        BadHttpRequestException bad => [BadRequests.Explain(context, bad)],
        DbUpdateConcurrencyException => [CommonErrors.ConcurrentChange.With()],
        _ => [CommonErrors.Internal.With()],
    };
}
