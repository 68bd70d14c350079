using CsCheck;
using Darkroom.Contracts.Access;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>Requests to every operation of the document, most of them almost right: what is wrong everywhere gets no further than the door.</summary>
internal sealed class AnyRequest(BadInputServer server)
{
    private static readonly string[] OtherMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"];
    private static readonly string[] OddPaths =
        ["/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v2/connections", "/api/v1//connections", "/api/v1/connections/a/b/c", "/%2e%2e/etc"];

    private readonly Gen<string> _text = AnyValue.Text(server);

    public Gen<Sent> Generator => Gen.Frequency(
        (60, AnyValue.OneOf([.. ApiOperation.All]).SelectMany(RequestTo)),
        (1, Gen.Select(AnyValue.OneOf(OtherMethods), AnyValue.OneOf(OddPaths), (method, path) => new Sent(new HttpMethod(method), path, [], null))));

    private Gen<Sent> RequestTo(ApiOperation operation) => Gen.Select(
        Gen.Frequency((40, Gen.Const(operation.Method)), (1, AnyValue.OneOf(OtherMethods).Select(method => new HttpMethod(method)))),
        TargetOf(operation),
        HeadersOf(operation),
        BodyOf(operation),
        Gen.Frequency((40, Gen.Const("application/json")), (1, AnyValue.OneOf("text/plain", "application/xml"))),
        Gen.Frequency((20, Gen.Const((Role?)Role.Administrator)), (1, AnyValue.OneOf<Role?>(null, Role.Reader, Role.Operator))),
        (method, target, headers, body, type, role) => new Sent(method, target, headers, body, type, role));

    private Gen<string?> BodyOf(ApiOperation operation) => operation.Body is { } schema
        ? Mutations.Of(schema, server.ValidBody(operation), AnyValue.Json(_text)).Select(body => (string?)body)
        : Gen.Const((string?)null);

    private Gen<string> TargetOf(ApiOperation operation)
    {
        var known = AnyValue.PathValues(server, operation);
        var target = operation.ParametersIn("path").Aggregate(Gen.Const(operation.Path), (path, parameter) => Gen.Select(
            path,
            Gen.Frequency((8, AnyValue.OneOf(known[parameter.Name])), (1, _text)),
            (at, value) => at.Replace($"{{{parameter.Name}}}", AnyValue.Segment(value), StringComparison.Ordinal)));
        return operation.ParametersIn("query").Aggregate(target, (path, parameter) => Gen.Select(
            path,
            Gen.Frequency((4, Gen.Const((string?)null)), (1, AnyValue.Of(parameter.Schema, _text).Select(text => (string?)text))),
            (at, value) => value is null ? at : WithQuery(at, parameter.Name, value)));
    }

    private static string WithQuery(string target, string name, string value) =>
        $"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";

    private static Gen<IReadOnlyList<KeyValuePair<string, string>>> HeadersOf(ApiOperation operation) => operation.ParametersIn("header").Aggregate(
        Gen.Const<IReadOnlyList<KeyValuePair<string, string>>>([]),
        (headers, parameter) => Gen.Select(
            headers,
            Gen.Frequency((parameter.Required ? 8 : 1, AnyValue.Header(parameter.Name)), (parameter.Required ? 1 : 4, Gen.Const((string?)null))),
            (before, value) => value is null ? before : [.. before, new(parameter.Name, value)]));
}
