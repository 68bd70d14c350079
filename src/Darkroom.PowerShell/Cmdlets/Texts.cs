using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Darkroom.PowerShell.Cmdlets;

/// <summary>Names and values of a script's hashtable, as texts.</summary>
internal static class Texts
{
    public static Dictionary<string, string> Of(Hashtable table)
    {
        var texts = new Dictionary<string, string>();
        foreach (DictionaryEntry entry in table)
        {
            texts[Of(entry.Key)] = Of(entry.Value);
        }

        return texts;
    }

    private static string Of(object? value) => (string)LanguagePrimitives.ConvertTo(value, typeof(string), CultureInfo.InvariantCulture);
}
