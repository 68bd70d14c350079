using CsCheck;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>Values that mean something here, and values that mean trouble somewhere.</summary>
internal static class AnyValue
{
    private static readonly string[] Troubles =
    [
        "", " ", ".", "..", "/", @"\", "*", "%", "_", "%s", "{0}", "'", "\"", "null", "true", "0", "-1", "2147483648", "1e400", "NaN", "latest",
        "LATEST", "\0", "\u0001", "\r\n", "\u007f",
        "a\u0301", "\u202e", "\ufeff", "😀", "ß", "İ", "a,b;c,d", "a,b,c", ";;", "<a/>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
        "<CustomProperties", "us-east-1", "us-east-1b",
        "XDHyp:", @"XDHyp:\", @"XDHyp:\Connections", @"XDHyp:\Connections\nobody\x", @"XDHyp:\HostingUnits\demo",
        @"XDHyp:\HostingUnits\demo\\x.template", "a`/b", "`", "/x.template",
        "ami-0", "lt-0", "t3.medium", "x9.huge", "arn:aws:iam::111122223333:role/x", "00000000-0000-0000-0000-000000000000",
        "{00000000-0000-0000-0000-000000000000}", "eyJ9", "W10",
        "WyJuYW1lIiwiYSIsImIiXQ", "name", "-name,name", "-", ",", "creationTime", "2026-01-01T00:00:00Z",
        "https://workspaces-instances.us-east-1.api.aws", "role_based_auth",
    ];

    private static readonly string[] Numbers =
        ["0", "1", "-1", "2", "250", "1000", "1001", "2147483647", "-2147483648", "2147483648", "9223372036854775808", "1.5", "1e3", "1e400", "-0"];

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public static Gen<string> Text(BadInputServer server)
    {
        string[] meaningful =
        [
            BadInputServer.Definition, DemoScene.Name, DemoScene.GoodMaster, DemoScene.MachineProfile, $"{server.Connection}", $"{server.HostingUnit}",
            $"{server.Held.OperationId}", $"{server.Held.ImageVersionSpecUid}", $"{server.Master.ImageVersionSpecUid}", server.Master.MasterImagePath,
            "XDHyp:/Connections/demo/Default VPC.virtualprivatecloud",
        ];
        return Gen.Frequency(
            (4, OneOf(meaningful)),
            (6, OneOf(Troubles)),
            (1, Gen.String[Gen.Char[' ', '~'], 0, 40]),
            (1, Gen.String[Gen.Char['\0', '\ud7ff'], 0, 20]),
            (1, Gen.Select(OneOf(meaningful), OneOf(Troubles), (one, other) => one + other)),
            (1, Gen.Int[90, 3000].Select(length => new string('x', length))));
    }

    /// <summary>A JSON value as text, seldom nested.</summary>
    public static Gen<string> Json(Gen<string> text)
    {
        var plain = Gen.Frequency(
            (6, text.Select(value => System.Text.Json.JsonSerializer.Serialize(value))),
            (2, OneOf(Numbers)),
            (2, OneOf("null", "true", "false", "[]", "{}", "[null]", "\"\\ud800\"", "[[[[]]]]")));
        return Gen.Frequency(
            (6, plain),
            (1, plain.Array[0, 3].Select(items => $"[{string.Join(',', items)}]")),
            (1, Gen.Select(text, plain).Select((name, value) => $"{{{System.Text.Json.JsonSerializer.Serialize(name)}:{value}}}")));
    }

    /// <summary>A value for a query, mostly of its type.</summary>
    public static Gen<string> Of(ApiSchema schema, Gen<string> text) => schema switch
    {
        { Enum: [_, ..] } => Gen.Frequency((4, OneOf([.. schema.Enum])), (1, OneOf(Numbers)), (1, text)),
        { Type: "integer" } => Gen.Frequency((4, OneOf(Numbers)), (1, text)),
        { Type: "boolean" } => Gen.Frequency((4, OneOf("true", "false", "TRUE", "1")), (1, text)),
        _ => text,
    };

    public static Gen<string?> Header(string name) => name switch
    {
        "If-Match" => OneOf<string?>(
            "*", "*", "\"1\"", "\"2\"", "W/\"1\"", "\"\"", "\"-1\"", "\"99999999999999999999\"", "1", "\"1\",\"2\"", "\"é\"", "\"", ",", ""),
        "Idempotency-Key" => OneOf<string?>("one", "two", "ä", "'", "%00", " ", new string('k', 200), new string('k', 201), $"{Guid.Empty}"),
        "Last-Event-ID" => OneOf<string?>("0", "1", "5", "1000000", "9223372036854775807", "9223372036854775808", "-1", "x", ""),
        _ => OneOf<string?>($"{Guid.Empty}", "x", "", "{3f2504e0-4f89-11d3-9a0c-0305e82c3301}", "é"),
    };

    /// <summary>Ids and names of what is here, for each path parameter of an operation.</summary>
    public static Dictionary<string, string[]> PathValues(BadInputServer server, ApiOperation operation) => operation.ParametersIn("path").ToDictionary(
        parameter => parameter.Name,
        parameter => parameter.Name switch
        {
            "nameOrUid" when operation.Path.Contains("/hosting-units/", StringComparison.Ordinal) => [$"{server.HostingUnit}", DemoScene.Name, "DEMO", PreparedSpecs.OtherUnit],
            "nameOrUid" or "connection" => [$"{server.Connection}", DemoScene.Name, $"{{{server.Connection}}}"],
            "definition" => [BadInputServer.Definition, "OFFICE"],
            "number" => ["1", "latest", "2"],
            "brokerUid" => [$"{server.Broker}", "2"],
            "name" => ["ImageManagementPrep_PreparationTimeout", "imagemanagementprep_excluded_steps", "DisableDomainInjection"],
            "uid" when operation.Path.Contains("/tokens/", StringComparison.Ordinal) => new[] { $"{server.Token}" },
            "uid" when operation.Path.Contains("/image-versions/", StringComparison.Ordinal) => [$"{server.Master.ImageVersionUid}"],
            "uid" when operation.Path.Contains("/pending-image-deletions/", StringComparison.Ordinal) => [$"{PreparedSpecs.Pending}"],
            "uid" => [$"{server.Master.ImageVersionSpecUid}", $"{server.Held.ImageVersionSpecUid}", $"{server.Prepared}"],
            _ => [$"{server.Held.OperationId}"],
        });

    /// <summary>Escaped for a path. A bare dot segment never leaves a client, and the web server itself hangs up on a zero.</summary>
    public static string Segment(string value) =>
        value is "" or "." or ".." ? "%20" : Uri.EscapeDataString(value.Replace("\0", "\u0001", StringComparison.Ordinal));
}
