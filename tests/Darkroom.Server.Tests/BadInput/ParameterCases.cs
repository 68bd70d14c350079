namespace Darkroom.Server.Tests.BadInput;

/// <summary>A wrong value of a parameter.</summary>
/// <param name="Value">As it goes over the wire.</param>
/// <param name="Code">The code that the refusal must have; null when that is the use case's to say.</param>
internal sealed record ParameterCase(ApiParameter Parameter, string Value, string? Code = null);

/// <summary>Wrong values of each parameter, as its schema lets one make them.</summary>
internal static class ParameterCases
{
    private static readonly string Long = new('x', 3000);

    /// <summary>Names and ids of nothing.</summary>
    public static IEnumerable<ParameterCase> InPath(ApiParameter parameter)
    {
        if (parameter.Schema.Format == "uuid")
        {
            string[] noUids = ["abc", "7", "%7Bx%7D", "00000000-0000-0000-0000-00000000000g", Long];
            return noUids.Select(value => new ParameterCase(parameter, value, "WrongType"))
                .Concat([new(parameter, $"{Guid.Empty}"), new(parameter, $"{Guid.NewGuid()}")]);
        }

        string[] unknown =
        [
            "no-such-one", $"{Guid.Empty}", $"{Guid.NewGuid()}", "%7B00000000-0000-0000-0000-000000000000%7D",
            "-1", "0", "2147483648", "99999999999999999999", "1.5",
            Long, "%01", "%0A", "%0D%0Ax", "%7F", "%2F", "%5C", "%25", "%25s", "*", "%3F", "%23", "%27%20OR%201%3D1--",
            "%ED%A0%80", "%FF", "%F0%9F%98%80", "%E2%80%AE", "%20", "a%20",
        ];
        return unknown.Select(value => new ParameterCase(parameter, value));
    }

    /// <summary>Texts that aren't of the parameter's type.</summary>
    public static IEnumerable<ParameterCase> InQuery(ApiParameter parameter)
    {
        string[] wrong = parameter.Schema switch
        {
            { Enum: [var first, ..] } => ["Nonsense", $"{first},{first}x"],
            { Format: "uuid" } => ["abc", "7", Long],
            { Type: "integer" } => ["x", "1.5", "0x10", "2147483648", "99999999999999999999", "true"],
            { Type: "boolean" } => ["maybe", "7", "yes"],
            _ => [],
        };
        return wrong.Select(value => new ParameterCase(parameter, value, "WrongType"));
    }

    /// <summary>Headers that no client of ours would send.</summary>
    public static IEnumerable<ParameterCase> InHeader(ApiParameter parameter) => parameter.Name switch
    {
        "If-Match" =>
        [
            new(parameter, "", "PreconditionRequired"),
            new(parameter, "3", "HeaderMalformed"),
            new(parameter, "\"1\", \"2\"", "HeaderMalformed"),
            new(parameter, "\"99999\"", "VersionMismatch"),
            new(parameter, "W/\"1\"", "VersionMismatch"),
            new(parameter, "\"99999999999999999999\"", "VersionMismatch"),
        ],
        "Idempotency-Key" => [new(parameter, Long, "HeaderMalformed")],
        "Darkroom-Logging-Id" => [new(parameter, "twelve", "HeaderMalformed"), new(parameter, Long, "HeaderMalformed")],
        "Last-Event-ID" => from value in (string[])["x", "-1", "99999999999999999999"] select new ParameterCase(parameter, value, "HeaderMalformed"),
        var unknown => throw new InvalidOperationException($"The header {unknown} is new; say here what is wrong in it."),
    };
}
