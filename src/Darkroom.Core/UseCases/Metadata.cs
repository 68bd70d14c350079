using System.Collections.ObjectModel;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Errors;

namespace Darkroom.Core.UseCases;

/// <summary>
/// Names and values that administrators keep beside an object (cmdlet reference: <c>-Metadata</c>). They mean nothing to Darkroom, so they are only
/// bounded: in number, in length, and in that no two names differ in case alone, which a hashtable couldn't hold.
/// </summary>
public static class Metadata
{
    public const int MaxEntries = 50;

    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 100;

    /// <summary>The longest value, in characters; an empty one is a value.</summary>
    public const int MaxValue = 1000;

    public static readonly IReadOnlyDictionary<string, string> None = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What a request gives a new object; null is none.</summary>
    /// <exception cref="DarkroomException">MetadataTooMany, MetadataNameInvalid, MetadataNameTwice, ValueTooLong, ControlCharacter.</exception>
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyDictionary<string, string>? given, string field = "metadata") =>
        given is null ? None : With(None, given.ToDictionary(entry => entry.Key, string? (entry) => entry.Value), field);

    /// <summary>What is there after a change that sets each name with a value and removes each with null; a name that isn't there may be removed.</summary>
    /// <exception cref="DarkroomException">MetadataTooMany, MetadataNameInvalid, MetadataNameTwice, ValueTooLong, ControlCharacter.</exception>
    public static IReadOnlyDictionary<string, string> With(
        IReadOnlyDictionary<string, string> present, IReadOnlyDictionary<string, string?> changes, string field = "metadata")
    {
        Check(changes, field);
        var after = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in present)
        {
            after[name] = value;
        }

        foreach (var (name, value) in changes)
        {
            // Removed first, so that the name is spelled as it was given last.
            after.Remove(name);
            if (value is not null)
            {
                after[name] = value;
            }
        }

        return after.Count <= MaxEntries ? after : throw CommonErrors.MetadataTooMany.With(field, after.Count, MaxEntries).On(field).AsException();
    }

    private static void Check(IReadOnlyDictionary<string, string?> changes, string field)
    {
        if (changes.Count > MaxEntries)
        {
            throw CommonErrors.MetadataTooMany.With(field, changes.Count, MaxEntries).On(field).AsException();
        }

        foreach (var (name, value) in changes)
        {
            if (ProblemOf(name) is { } problem)
            {
                throw CommonErrors.MetadataNameInvalid.With(field, problem).On(field).AsException();
            }

            Input.OptionalText(value, $"{field}[{name}]", MaxValue);
        }

        if (changes.Keys.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw CommonErrors.MetadataNameTwice.With(field, string.Join("' and '", twice)).On(field).AsException();
        }
    }

    private static string? ProblemOf(string name) => name switch
    {
        "" => "is empty",
        { Length: > MaxName } => $"has {name.Length} characters; at most {MaxName} are allowed",
        _ when Input.Unprintable(name) is { } at => $"holds a control character: its character {CharacterNumber.At(name, at)}",
        _ => null,
    };
}
