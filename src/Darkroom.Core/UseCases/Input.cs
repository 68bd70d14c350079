using Darkroom.Contracts.Paths;
using Darkroom.Core.Errors;

namespace Darkroom.Core.UseCases;

/// <summary>
/// Checks of single input members, the same for every use case. Each returns the value when it is good, and raises a catalogued error on the member's
/// name (as the API spells it) when it isn't. Nulls are expected whatever the type says: JSON may hold one anywhere.
/// </summary>
public static class Input
{
    /// <summary>The longest description, in characters.</summary>
    public const int MaxDescription = 1000;

    /// <summary>How much of a wrong value an error message repeats, in characters.</summary>
    private const int LongestExcerpt = 100;

    /// <summary>A name under the rules of its kind.</summary>
    /// <exception cref="DarkroomException">ValueMissing, ValueTooLong, InputNameInvalid.</exception>
    public static string Name(string? value, NameRules rules, string field)
    {
        var name = Present(value, field);
        return rules.Check(name) switch
        {
            null => name,
            { Kind: NameProblemKind.TooLong } => throw TooLong(name, field, NameRules.MaxLength),
            var problem => throw CommonErrors.NameInvalid.With(field, Excerpt(name), problem.Message).On(field).AsException(),
        };
    }

    /// <summary>A description; null is an empty one.</summary>
    /// <exception cref="DarkroomException">ValueTooLong, ControlCharacter.</exception>
    public static string Description(string? value, string field = "description") => OptionalText(value, field, MaxDescription) ?? "";

    /// <summary>A text on one line that must be there.</summary>
    /// <exception cref="DarkroomException">ValueMissing, ValueTooLong, ControlCharacter.</exception>
    public static string Text(string? value, string field, int maxLength) => OptionalText(Present(value, field), field, maxLength)!;

    /// <summary>A text on one line, or null.</summary>
    /// <exception cref="DarkroomException">ValueTooLong, ControlCharacter.</exception>
    public static string? OptionalText(string? value, string field, int maxLength)
    {
        if (value is null)
        {
            return null;
        }

        if (value.Length > maxLength)
        {
            throw TooLong(value, field, maxLength);
        }

        return Unprintable(value) is { } at ? throw CommonErrors.ControlCharacter.With(field, CharacterNumber.At(value, at)).On(field).AsException() : value;
    }

    /// <summary>A path; whether it can be read is the inventory's to say.</summary>
    /// <exception cref="DarkroomException">ValueMissing, ValueTooLong, ControlCharacter.</exception>
    public static string Path(string? value, string field) => Text(value, field, XDHypPath.MaxLength);

    /// <summary>A list with so many entries, none of them null.</summary>
    /// <exception cref="DarkroomException">ValueMissing, ValueOutOfRange.</exception>
    public static IReadOnlyList<T> List<T>(IReadOnlyList<T>? values, string field, int least, int most)
        where T : class
    {
        if (values is null || values.Any(value => value is null))
        {
            throw CommonErrors.ValueMissing.With(field).On(field).AsException();
        }

        Range(values.Count, field, least, most);
        return values;
    }

    /// <summary>A number between two others, both allowed.</summary>
    /// <exception cref="DarkroomException">ValueOutOfRange.</exception>
    public static int Range(int value, string field, int least, int most) => value >= least && value <= most
        ? value
        : throw CommonErrors.ValueOutOfRange.With(field, value, least, most).On(field).AsException();

    /// <summary>A member of an enum; a number that names none is refused.</summary>
    /// <exception cref="DarkroomException">InvalidRequest.</exception>
    public static T Member<T>(T value, string field)
        where T : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw CommonErrors.InvalidRequest.With($"{field} is none of {string.Join(", ", Enum.GetNames<T>())}.").On(field).AsException();

    /// <summary>Any text that isn't null or empty.</summary>
    /// <exception cref="DarkroomException">ValueMissing.</exception>
    public static string Present(string? value, string field) =>
        string.IsNullOrEmpty(value) ? throw CommonErrors.ValueMissing.With(field).On(field).AsException() : value;

    /// <summary>As much of a wrong value as an error message should repeat.</summary>
    public static string Excerpt(string value) => value.Length <= LongestExcerpt ? value : value[..LongestExcerpt] + "…";

    /// <summary>Where the first control character or broken surrogate stands: neither survives a console, a log or a database.</summary>
    internal static int? Unprintable(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsControl(value[i]) || char.IsSurrogate(value[i]))
            {
                return i;
            }
        }

        return null;
    }

    private static DarkroomException TooLong(string value, string field, int most) =>
        CommonErrors.ValueTooLong.With(field, value.Length, most).On(field).AsException();
}
