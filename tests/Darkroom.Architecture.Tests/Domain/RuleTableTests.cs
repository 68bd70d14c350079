using System.Text.RegularExpressions;
using Darkroom.Architecture.Tests.Repository;
using Darkroom.Core.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Darkroom.Architecture.Tests.Domain;

/// <summary>The table of the images' rules says what the code does.</summary>
public sealed partial class RuleTableTests
{
    private const string Table = "docs/rules.md";
    private const string RuleFolder = "src/Darkroom.Core/Images/Rules/";
    private const int LastRule = 31;

    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. SourceTree.Read(Table).Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Trim('|').Split(" | "))
            .Where(cells => cells[0].Trim() is not "#" && !cells[0].Contains("---", StringComparison.Ordinal)),
    ];

    private static readonly IReadOnlyList<string[]> Rules = [.. Rows.Where(cells => cells.Length == 6)];

    [Fact]
    public void Every_rule_of_the_reference_is_there_and_none_of_another_number()
    {
        var numbers = Rows.Select(cells => cells[0].Trim()).Where(number => number.Length > 0).Select(int.Parse).Distinct();
        numbers.Should().BeEquivalentTo(Enumerable.Range(1, LastRule));
    }

    [Fact]
    public void Every_class_and_member_that_the_table_names_is_in_the_product()
    {
        var members = Sources.OfProduct.SelectMany(source => source.Of<TypeDeclarationSyntax>())
            .SelectMany(type => type.Members.OfType<MethodDeclarationSyntax>().Select(method => $"{type.Identifier}.{method.Identifier}").Append(type.Identifier.Text))
            .ToHashSet();
        Named(2).Where(name => !members.Contains(name)).ShouldBeNone();
    }

    [Fact]
    public void Every_code_that_the_table_names_is_in_the_catalogue()
    {
        var codes = ErrorCatalogue.In(Assemblies.Product.Values).Select(definition => definition.Code).ToHashSet();
        Named(3).Where(code => !codes.Contains(code)).ShouldBeNone();
    }

    [Fact]
    public void Every_test_that_the_table_names_is_there()
    {
        var tests = SourceTree.Files("*Tests.cs", "tests").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();
        Named(4).Concat(Named(5)).Where(test => !tests.Contains(test)).ShouldBeNone();
    }

    [Fact]
    public void Every_rule_with_a_code_has_a_test() =>
        Rules.Where(cells => !Names(cells[4]).Concat(Names(cells[5])).Any()).Select(cells => cells[1]).ShouldBeNone();

    [Fact]
    public void Every_rule_in_the_code_is_in_the_table()
    {
        var named = Named(2).ToHashSet();
        Sources.OfProduct.Where(source => source.File.StartsWith(RuleFolder, StringComparison.Ordinal))
            .SelectMany(source => source.Of<ClassDeclarationSyntax>())
            .SelectMany(rules => rules.Members.OfType<MethodDeclarationSyntax>()
                .Where(method => method.Modifiers.Any(SyntaxKind.PublicKeyword))
                .Select(method => $"{rules.Identifier}.{method.Identifier}"))
            .Where(rule => !named.Contains(rule))
            .ShouldBeNone();
    }

    private static IEnumerable<string> Named(int column) => Rules.SelectMany(cells => Names(cells[column])).Distinct();

    private static IEnumerable<string> Names(string cell) => Name().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
