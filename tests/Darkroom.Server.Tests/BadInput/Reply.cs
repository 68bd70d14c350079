using System.Text.Json;
using Darkroom.Client.Http;
using Darkroom.Contracts.Problems;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>What the server answered, and whether that is well-formed.</summary>
internal sealed record Reply(int Status, string? Type, string Text, string? CodeHeader)
{
    public ProblemDto? Problem { get; } = Type == "application/problem+json" ? Parse(Text) : null;

    /// <summary>The code, from the header: an answer to HEAD has no body.</summary>
    public string? Code => CodeHeader;

    public bool IsRefusal => Status is >= 400 and < 500;

    public static async Task<Reply> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var stream = answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
        return new Reply(
            (int)answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType,
            stream ? "" : await answer.Content.ReadAsStringAsync(ct),
            answer.Headers.TryGetValues("Darkroom-Error-Code", out var codes) ? codes.Single() : null);
    }

    /// <summary>What is wrong with the form of the answer to such a method; null when nothing is.</summary>
    public string? Flaw(HttpMethod method) => this switch
    {
        { Status: >= 500 } => "it is a fault of the server",
        { Status: < 400 } => null,
        // The web server refuses an address that is too long before Darkroom sees it.
        { Status: 414 } => null,
        { CodeHeader: null } => "it has no code in the header",
        _ when method == HttpMethod.Head => null,
        { Problem: null } => "it is no problem document",
        { Problem: var problem } when problem.Status != Status || problem.Code != CodeHeader => "document and header disagree",
        { Problem.Remedy: "" } or { Problem.Detail: "" } or { Problem.Errors: [] } => "it doesn't say what is wrong and what to do",
        _ => null,
    };

    /// <summary>Whether an error is about this member, or about something inside it.</summary>
    public bool Names(string field) => Problem is { } problem && problem.Errors.Any(error => error.Field?.Split('[', '.')[0] == field);

    public override string ToString() => $"{Status} {Type} {(Text.Length > 600 ? Text[..600] + "…" : Text)}";

    private static ProblemDto? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ProblemDto>(text, DarkroomJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
