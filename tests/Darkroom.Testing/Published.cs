namespace Darkroom.Testing;

/// <summary>Documents that are made from the code and kept in the repository, so that a change of them is seen in review.</summary>
public static class Published
{
    private const string Update = "DARKROOM_UPDATE_PUBLISHED";

    /// <summary>Compares a text with the file of the repository, or writes the file where DARKROOM_UPDATE_PUBLISHED is set.</summary>
    /// <param name="file">Path from the root of the repository.</param>
    /// <param name="script">What updates the file.</param>
    public static void ShouldBe(string file, string text, string script)
    {
        var path = Path.Combine(Root(), file);
        if (Environment.GetEnvironmentVariable(Update) is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        var kept = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        text.Should().Be(kept, "{0} must say what the code says; run {1} and look at the difference", file, script);
    }

    /// <summary>A document as the repository keeps it.</summary>
    /// <param name="file">Path from the root of the repository.</param>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root(), file));

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Darkroom.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests run inside the repository.");
    }
}
