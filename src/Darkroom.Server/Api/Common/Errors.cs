using Darkroom.Core.Errors;

namespace Darkroom.Server.Api.Common;

/// <summary>Errors of the request itself, before any use case sees it.</summary>
[ErrorCatalogue]
public static class RequestErrors
{
    public static readonly ErrorDefinition UnknownRoute = new(
        "UnknownRoute", 404, "There is nothing at {0}.", "See the API reference at /scalar for the paths.");

    public static readonly ErrorDefinition MethodNotAllowed = new(
        "MethodNotAllowed", 405, "{0} isn't possible at {1}.", "See the header Allow for the methods.");

    public static readonly ErrorDefinition UnsupportedMediaType = new(
        "UnsupportedMediaType", 415, "The body isn't JSON.", "Send it with Content-Type: application/json.");

    public static readonly ErrorDefinition BodyTooLarge = new(
        "BodyTooLarge", 413, "The body is larger than {0} bytes.", "Send less at once.");

    public static readonly ErrorDefinition TooManyRequests = new(
        "TooManyRequests", 429, "Too many requests came at once.", "Wait for the seconds in Retry-After, then go on more slowly.");

    public static readonly ErrorDefinition HeaderMalformed = new(
        "HeaderMalformed", 400, "The header {0} must be {1}.", "Correct the header, or leave it out.");

    public static readonly ErrorDefinition UnknownMember = new(
        "UnknownMember", 400, "The body has a member {0} that this request doesn't know.", "Correct its spelling, or leave it out; the API reference lists the members.");

    public static readonly ErrorDefinition UnknownParameter = new(
        "UnknownParameter", 400, "The address has a parameter {0} that this request doesn't know.", "Correct its spelling, or leave it out; the API reference lists the parameters.");

    public static readonly ErrorDefinition MemberTwice = new(
        "MemberTwice", 400, "The body has the member {0} twice.", "Give it once.");

    public static readonly ErrorDefinition WrongType = new(
        "WrongType", 400, "{0} has a value of the wrong type.", "Give {0} as the API reference describes it{1}.");

    public static readonly ErrorDefinition BodyMalformed = new(
        "BodyMalformed", 400, "The body isn't valid JSON: line {0}, byte {1}.", "Correct the JSON there.");

    public static readonly ErrorDefinition BodyMissing = new(
        "BodyMissing", 400, "The request needs a body.", "Send a JSON object.");
}
