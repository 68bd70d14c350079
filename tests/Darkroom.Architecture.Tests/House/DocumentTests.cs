using System.Text.RegularExpressions;
using Darkroom.Architecture.Tests.Repository;

namespace Darkroom.Architecture.Tests.House;

/// <summary>What documents and comments point at is there.</summary>
public sealed partial class DocumentTests
{
    private static IEnumerable<string> Documents => SourceTree.Files("*.md", "docs", "src", "tests", "bench").Append("README.md");

    [Fact]
    public void Every_link_of_a_document_leads_somewhere() =>
        Documents.SelectMany(file => Link().Matches(SourceTree.Read(file)).Select(link => (File: file, Target: link.Groups[1].Value)))
            .Where(link => !link.Target.Contains("://", StringComparison.Ordinal) && !Exists(Path.Combine(Path.GetDirectoryName(link.File)!, link.Target)))
            .ShouldBeNone();

    [Fact]
    public void Every_document_that_a_comment_names_is_in_the_repository() =>
        Sources.All.SelectMany(source => source.Syntax.DescendantTrivia()
                .SelectMany(trivia => Document().Matches(trivia.ToFullString()))
                .Where(name => !Documents.Any(file => file.EndsWith("/" + name.Value, StringComparison.Ordinal) || file == name.Value))
                .Select(name => $"{source.File} names {name.Value}"))
            .Distinct()
            .ShouldBeNone();

    private static bool Exists(string target)
    {
        var path = Path.Combine(SourceTree.Root, target);
        return File.Exists(path) || Directory.Exists(path);
    }

    [GeneratedRegex(@"\[[^\]]+\]\(([^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b[\w-]+\.md\b")]
    private static partial Regex Document();
}
