using Darkroom.Architecture.Tests.Repository;

namespace Darkroom.Architecture.Tests.House;

/// <summary>Files are short and hold one idea each.</summary>
public sealed class FileTests
{
    private const int Longest = 400;
    private const int Middle = 120;

    private static readonly string[] Patterns = ["*.cs", "*.razor", "*.css", "*.ps1", "*.psm1", "*.sh", "*.js"];

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines() =>
        Lengths("src", "tests", "bench", "eng").Where(file => file.Lines > Longest).ShouldBeNone();

    [Fact]
    public void Half_of_all_files_are_shorter_than_a_hundred_and_twenty_lines() =>
        Lengths("src").Select(file => file.Lines).Order().ElementAt(Lengths("src").Count / 2).Should().BeLessThan(Middle);

    [Fact]
    public void Each_namespace_is_that_of_its_folder_or_of_one_above() =>
        Sources.All
            .SelectMany(source => source.Of<Microsoft.CodeAnalysis.CSharp.Syntax.BaseNamespaceDeclarationSyntax>()
                .Select(declaration => (source.File, Name: declaration.Name.ToString())))
            .Where(file => !FolderOf(file.File).StartsWith(file.Name + ".", StringComparison.Ordinal) || file.Name.Length < ProjectOf(file.File).Length)
            .ShouldBeNone();

    private static IReadOnlyList<(string File, int Lines)> Lengths(params string[] folders) =>
    [
        .. Patterns.SelectMany(pattern => SourceTree.Files(pattern, folders))
            .Where(file => !SourceTree.IsGenerated(file))
            .Select(file => (file, SourceTree.Read(file).AsSpan().TrimEnd('\n').Count('\n') + 1)),
    ];

    private static string ProjectOf(string file) => file.Split('/')[1];

    private static string FolderOf(string file) => string.Join('.', file.Split('/')[1..^1]) + ".";
}
