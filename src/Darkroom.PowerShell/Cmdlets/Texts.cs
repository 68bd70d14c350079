using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Darkroom.PowerShell.Cmdlets;

/// <summary>Names and values of a script's hashtable, as texts.</summary>
internal static class Texts
{
    private static Dictionary<string, string> Of(Hashtable table)
    {
        var texts = new Dictionary<string, string>(table.Count);
        foreach (DictionaryEntry entry in table)
        {
            texts[Of(entry.Key)] = Of(entry.Value);
        }

        return texts;
    }

    /// <summary>Null, like an empty table, is none.</summary>
    public static IReadOnlyDictionary<string, string>? OrNone(Hashtable? table) => table is { Count: > 0 } ? Of(table) : null;

    /// <summary>A table as scripts know it, its names found whatever their case.</summary>
    public static Hashtable Table(IReadOnlyDictionary<string, string> texts)
    {
        var table = new Hashtable(texts.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in texts)
        {
            table[name] = value;
        }

        return table;
    }

    private static string Of(object? value) => (string)LanguagePrimitives.ConvertTo(value, typeof(string), CultureInfo.InvariantCulture);
}
