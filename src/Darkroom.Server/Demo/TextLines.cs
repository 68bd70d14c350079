namespace Darkroom.Server.Demo;

/// <summary>Breaks a text between words, and inside of those alone that are longer than a line.</summary>
internal static class TextLines
{
    public static IReadOnlyList<string> Of(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(width)).Select(piece => new string(piece)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(line);
        return lines;
    }
}
