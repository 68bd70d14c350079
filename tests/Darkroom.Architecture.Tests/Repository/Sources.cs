using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Darkroom.Architecture.Tests.Repository;

/// <summary>A C# file and its syntax tree.</summary>
internal sealed record Source(string File, SyntaxNode Syntax)
{
    /// <summary>Where something stands: file and line.</summary>
    public string At(SyntaxNode node) => $"{File}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}

/// <summary>The C# of the repository, parsed once. Migrations are left out.</summary>
internal static class Sources
{
    private static readonly Lazy<IReadOnlyList<Source>> Product = new(() => Parse("src"));
    private static readonly Lazy<IReadOnlyList<Source>> Everything = new(() => [.. Product.Value, .. Parse("tests", "bench", "eng")]);

    public static IReadOnlyList<Source> OfProduct => Product.Value;

    public static IReadOnlyList<Source> All => Everything.Value;

    public static IEnumerable<T> Of<T>(this Source source)
        where T : SyntaxNode => source.Syntax.DescendantNodes().OfType<T>();

    private static IReadOnlyList<Source> Parse(params string[] folders) =>
    [
        .. SourceTree.Files("*.cs", folders)
            .Where(file => !SourceTree.IsGenerated(file))
            .Select(file => new Source(file, CSharpSyntaxTree.ParseText(SourceTree.Read(file)).GetRoot(TestContext.Current.CancellationToken))),
    ];
}
