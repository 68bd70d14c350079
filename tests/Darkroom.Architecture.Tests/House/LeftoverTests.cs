using System.Text.RegularExpressions;
using Darkroom.Architecture.Tests.Repository;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Darkroom.Architecture.Tests.House;

/// <summary>Nothing is left half done.</summary>
public sealed partial class LeftoverTests
{
    private static readonly string[] Text = [".cs", ".razor", ".css", ".js", ".ps1", ".psm1", ".psd1", ".sh", ".csproj", ".props", ".md", ".json"];

    [Fact]
    public void No_file_holds_a_note_of_work_to_be_done() =>
        SourceTree.Files("*", "src", "tests", "bench", "eng", "docs", ".ci", "policies", "worlds")
            .Where(file => Text.Contains(Path.GetExtension(file)) || Path.GetExtension(file).Length == 0)
            .SelectMany(file => SourceTree.Read(file).Split('\n').Select((line, index) => (At: $"{file}:{index + 1}", Line: line)))
            .Where(line => Note().IsMatch(line.Line))
            .Select(line => line.At)
            .ShouldBeNone();

    [Fact]
    public void Nothing_is_left_to_be_implemented() =>
        Sources.All.SelectMany(source => source.Of<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == "NotImplementedException").Select(source.At))
            .ShouldBeNone();

    /// <summary>A cancellation that was asked for is an end, not a failure; every other failure is dealt with, or the reason stands where it isn't.</summary>
    [Fact]
    public void No_failure_is_swallowed_without_a_word() =>
        Sources.OfProduct.SelectMany(source => source.Of<CatchClauseSyntax>()
                .Where(caught => caught.Block.Statements.Count == 0 && !IsAskedForCancellation(caught) && !SaysWhy(caught.Block))
                .Select(source.At))
            .ShouldBeNone();

    [Fact]
    public void No_code_is_commented_out() =>
        Sources.OfProduct.SelectMany(source => source.Syntax.DescendantTrivia()
                .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && LooksLikeCode().IsMatch(trivia.ToString()))
                .Select(trivia => $"{source.File}: {trivia}"))
            .ShouldBeNone();

    private static bool IsAskedForCancellation(CatchClauseSyntax caught) =>
        caught.Declaration?.Type.ToString() == nameof(OperationCanceledException) && caught.Filter is not null;

    private static bool SaysWhy(BlockSyntax block) => block.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));

    // Put together, so that this file isn't its own finding.
    [GeneratedRegex(@"\b(TO" + "DO|FIX" + "ME|HA" + "CK|XX" + @"X)\b")]
    private static partial Regex Note();

    [GeneratedRegex(@"^//\s*(.*;|\{|\}|(if|for|foreach|while|return|var|await|using)\b.*[;({])\s*$")]
    private static partial Regex LooksLikeCode();
}
