using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Errors;

namespace Darkroom.Server.Problems;

/// <summary>Writes catalogued errors as problem details (RFC 9457).</summary>
internal static partial class ProblemWriter
{
    public const string ContentType = "application/problem+json";
    public const string CodeHeader = "Darkroom-Error-Code";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Task WriteAsync(HttpContext context, params IReadOnlyList<Error> errors)
    {
        var problem = Of(context, errors);
        context.Response.StatusCode = problem.Status;
        context.Response.Headers[CodeHeader] = problem.Code;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(problem, Json, ContentType, context.RequestAborted);
    }

    private static ProblemDto Of(HttpContext context, IReadOnlyList<Error> errors)
    {
        var first = errors[0];
        return new ProblemDto
        {
            Type = $"/docs/errors#{first.Code.ToLowerInvariant()}",
            Title = TitleOf(first.Code),
            Status = first.Definition.Status,
            Detail = first.Message,
            Code = first.Code,
            Remedy = first.Remedy,
            Errors = [.. errors.Select(e => e.ToDto())],
            TraceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier,
        };
    }

    /// <summary>The code in words: <c>UnknownObject</c> reads <c>Unknown object</c>.</summary>
    private static string TitleOf(string code) => WordStart().Replace(code, match => " " + match.Value.ToLowerInvariant());

    [GeneratedRegex("(?<=[a-z0-9])[A-Z](?![A-Z])")]
    private static partial Regex WordStart();
}
