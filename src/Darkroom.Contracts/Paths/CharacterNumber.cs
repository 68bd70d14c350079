namespace Darkroom.Contracts.Paths;

/// <summary>Counts characters as people do: from one, and each as one however it is stored.</summary>
public static class CharacterNumber
{
    /// <summary>The number of the character at an offset; at the text's length that of one more.</summary>
    public static int At(ReadOnlySpan<char> text, int offset)
    {
        var number = 1;
        foreach (var _ in text[..offset].EnumerateRunes()) number++;
        return number;
    }
}
