using System.Text.Json.Nodes;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>A body with one fault.</summary>
/// <param name="Fault">The fault, for the reader of a failure.</param>
/// <param name="Field">The member that the refusal must name; null when the whole body is at fault.</param>
/// <param name="Code">The code it must have; null when that is the use case's to say.</param>
internal sealed record BodyCase(string Fault, string Body, string? Field, string? Code = null);

/// <summary>Every single fault that the schema of a body allows to make in a valid one.</summary>
internal static class BodyCases
{
    private const int TooLong = 10_000;

    public static IEnumerable<BodyCase> Of(ApiSchema schema, JsonObject valid)
    {
        foreach (var (fault, text, code) in Wholes(schema, valid))
        {
            yield return new BodyCase(fault, text, null, code);
        }

        yield return new BodyCase("an unknown member", With(valid, "colour", "blue"), "colour", "UnknownMember");
        foreach (var (name, member, required) in schema.Members())
        {
            foreach (var (fault, value, code) in Faults(member))
            {
                yield return new BodyCase($"{name}: {fault}", With(valid, name, value), name, code);
            }

            if (required)
            {
                var without = valid.DeepClone().AsObject();
                without.Remove(name);
                yield return new BodyCase($"{name}: left out", without.ToJsonString(), name, "ValueMissing");
            }
        }
    }

    /// <summary>The valid body with null wherever the schema allows it.</summary>
    public static JsonObject WithEachNull(ApiSchema schema, JsonObject valid)
    {
        var body = valid.DeepClone().AsObject();
        foreach (var (name, _, _) in schema.Members().Where(member => member.Schema.Nullable))
        {
            body[name] = null;
        }

        return body;
    }

    private static IEnumerable<(string Fault, string Body, string Code)> Wholes(ApiSchema schema, JsonObject valid)
    {
        yield return ("a list", "[]", "WrongType");
        yield return ("a text", "\"x\"", "WrongType");
        yield return ("cut off", valid.ToJsonString()[..^1], "BodyMalformed");
        yield return ("no JSON", "<xml/>", "BodyMalformed");
        if (!schema.Nullable)
        {
            yield return ("null", "null", "BodyMissing");
            yield return ("nothing", "", "BodyMissing");
        }
    }

    private static IEnumerable<(string Fault, JsonNode? Value, string? Code)> Faults(ApiSchema schema)
    {
        foreach (var (type, value) in OfOtherTypes(schema))
        {
            yield return ($"a {type} for a {schema.Type}", value, "WrongType");
        }

        if (!schema.Nullable)
        {
            // To the serializer a null is no value of such a type at all.
            var isPlain = schema.Type is "boolean" or "integer" || schema.Format == "uuid" || schema.Enum.Count > 0;
            yield return ("null", null, isPlain ? "WrongType" : "ValueMissing");
        }

        if (schema is { Type: "string", Enum: [] })
        {
            yield return ($"{TooLong} characters", new string('x', TooLong), null);
            yield return ("a control character", "a\u0001b", null);
            yield return ("the character zero", "\0", null);
        }

        if (schema.Type == "integer")
        {
            yield return ("the least number", int.MinValue, null);
            yield return ("the greatest number", int.MaxValue, null);
            yield return ("a number past all bounds", JsonNode.Parse("1e400"), "WrongType");
        }

        if (schema.Elements is { } elements)
        {
            // Nullability of elements isn't in the schema, so a null element is left to the tests of bodies.
            foreach (var (fault, element, code) in Faults(elements).Where(inner => inner.Value is not null))
            {
                JsonNode holder = schema.Type == "array" ? new JsonArray(element) : new JsonObject { ["x"] = element };
                yield return ($"{fault} inside", holder, code);
            }
        }
    }

    private static IEnumerable<(string Type, JsonNode Value)> OfOtherTypes(ApiSchema schema)
    {
        (string Type, JsonNode Value)[] all =
        [
            ("string", "x"), ("integer", 7), ("number", 1.5), ("boolean", true), ("array", new JsonArray()), ("object", new JsonObject()),
        ];
        foreach (var other in all.Where(one => one.Type != schema.Type && schema.Type != "any"))
        {
            yield return other;
        }

        if (schema.Enum is [var member, ..])
        {
            yield return ("word of no meaning", "Nonsense");
            yield return ("number in quotes", "0");
            yield return ("member in other case", member.ToUpperInvariant());
            yield return ("list of members", $"{member}, {schema.Enum[^1]}");
        }
    }

    private static string With(JsonObject valid, string name, JsonNode? value)
    {
        var body = valid.DeepClone().AsObject();
        body[name] = value?.DeepClone();
        return body.ToJsonString();
    }
}
