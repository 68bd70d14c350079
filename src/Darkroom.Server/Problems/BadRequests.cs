using System.Text.Json;
using System.Text.RegularExpressions;
using Darkroom.Core.Errors;
using Darkroom.Server.Api.Common;

namespace Darkroom.Server.Problems;

/// <summary>
/// Says in our words what the framework refused in a request. It tells the cases apart only by its messages, so tests hold
/// each of them.
/// </summary>
internal static partial class BadRequests
{
    public static Error Explain(HttpContext context, BadHttpRequestException exception) => exception.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => RequestErrors.BodyTooLarge.With(Composition.Limits.MaxBodyBytes),
        StatusCodes.Status415UnsupportedMediaType => RequestErrors.UnsupportedMediaType.With(),
        _ when exception.InnerException is JsonException json => Explain(json),
        _ when FailedParameter().Match(exception.Message) is { Success: true } parameter => WrongType(JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value)),
        _ when MissingParameter().Match(exception.Message) is { Success: true } parameter => Missing(JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value)),
        _ when exception.Message.Contains("body", StringComparison.Ordinal) => RequestErrors.BodyMissing.With(),
        _ => CommonErrors.InvalidRequest.With("it isn't well-formed HTTP."),
    };

    private static Error Explain(JsonException exception)
    {
        var member = MemberOf(exception.Path);
        if (UnknownMember().Match(exception.Message) is { Success: true } unknown)
        {
            var name = Join(member, unknown.Groups["name"].Value);
            return RequestErrors.UnknownMember.With(name).On(name);
        }

        if (MemberTwice().Match(exception.Message) is { Success: true } twice)
        {
            var name = Join(member, twice.Groups["name"].Value);
            return RequestErrors.MemberTwice.With(name).On(name);
        }

        if (MissingMembers().Match(exception.Message) is { Success: true } missing)
        {
            return Missing(Join(member, Quoted().Match(missing.Groups["names"].Value).Groups["name"].Value));
        }

        if (exception.Message.Contains("null", StringComparison.Ordinal) && exception.Message.Contains("allow", StringComparison.Ordinal))
        {
            return member.Length == 0 ? RequestErrors.BodyMissing.With() : Missing(member);
        }

        if (exception.Message.Contains("could not be converted", StringComparison.Ordinal))
        {
            return WrongType(member.Length == 0 ? "body" : member, OnlyValues().Match(exception.Message) is { Success: true } only ? only.Groups["values"].Value : null);
        }

        return RequestErrors.BodyMalformed.With((exception.LineNumber ?? 0) + 1, (exception.BytePositionInLine ?? 0) + 1);
    }

    /// <summary>Of a parameter or member, whoever finds it out.</summary>
    /// <param name="values">The only values it can have, where there are some only.</param>
    public static Error WrongType(string name, string? values = null) => RequestErrors.WrongType.With(name, values is null ? "" : $": one of {values}").On(name);

    private static Error Missing(string name) => CommonErrors.ValueMissing.With(name).On(name);

    /// <summary>From <c>$.subnets[0].id</c> to <c>subnets[0].id</c>.</summary>
    private static string MemberOf(string? path) => path is null ? "" : path.TrimStart('$').TrimStart('.');

    private static string Join(string parent, string name) =>
        parent == name || parent.EndsWith("." + name, StringComparison.Ordinal) ? parent : parent.Length == 0 ? name : $"{parent}.{name}";

    [GeneratedRegex("JSON property '(?<name>.*)' could not be mapped", RegexOptions.Singleline)]
    private static partial Regex UnknownMember();

    [GeneratedRegex("Duplicate property '(?<name>.*)' encountered", RegexOptions.Singleline)]
    private static partial Regex MemberTwice();

    [GeneratedRegex("could not be converted to one of (?<values>[^.]+)")]
    private static partial Regex OnlyValues();

    [GeneratedRegex("missing required properties including: (?<names>.*)", RegexOptions.Singleline)]
    private static partial Regex MissingMembers();

    [GeneratedRegex("'(?<name>[^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("""Failed to bind parameter "\S+ (?<name>\w+)" from""")]
    private static partial Regex FailedParameter();

    [GeneratedRegex("""Required parameter "\S+ (?<name>\w+)" was not provided""")]
    private static partial Regex MissingParameter();
}
