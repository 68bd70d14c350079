using System.Text.RegularExpressions;
using Darkroom.Architecture.Tests.Repository;
using Darkroom.Core.Errors;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Darkroom.Architecture.Tests.Domain;

/// <summary>Errors are designed, each once, where a reader looks for them.</summary>
public sealed class ErrorTests
{
    private static readonly IReadOnlyList<ErrorDefinition> Catalogue = ErrorCatalogue.In(Assemblies.Product.Values);

    [Fact]
    public void A_code_means_one_thing() =>
        Catalogue.GroupBy(definition => definition.Code, StringComparer.OrdinalIgnoreCase).Where(codes => codes.Count() > 1).Select(codes => codes.Key).ShouldBeNone();

    [Fact]
    public void Every_error_says_what_happened_and_what_to_do() =>
        Catalogue.Should().NotBeEmpty().And.OnlyContain(definition =>
            definition.Message.TrimEnd().Length > 0 && definition.Remedy.TrimEnd().Length > 0 && definition.Status >= 400 && definition.Status < 600);

    /// <summary>The same words are read in Studio, behind REST and in PowerShell; each has its own name for what to do.</summary>
    [Fact]
    public void No_error_names_a_cmdlet() =>
        Catalogue.Where(definition => Regex.IsMatch(definition.Message + definition.Remedy, "[A-Z][a-z]+-(Prov|Config|Hyp|Broker)")).Select(definition => definition.Code).ShouldBeNone();

    [Fact]
    public void A_catalogue_lies_in_an_errors_file_or_folder() =>
        Declarations().Where(type => !IsErrorsFile(type.File)).Select(type => type.File).ShouldBeNone();

    [Fact]
    public void Errors_are_defined_in_a_catalogue_and_nowhere_else() =>
        Sources.OfProduct.SelectMany(source => source.Of<FieldDeclarationSyntax>()
                .Where(field => field.Declaration.Type.ToString() == nameof(ErrorDefinition))
                .Where(field => field.Parent is not ClassDeclarationSyntax owner || !IsCatalogue(owner))
                .Select(source.At))
            .ShouldBeNone();

    private static IEnumerable<(string File, ClassDeclarationSyntax Class)> Declarations() =>
        from source in Sources.OfProduct
        from declaration in source.Of<ClassDeclarationSyntax>()
        where IsCatalogue(declaration)
        select (source.File, declaration);

    private static bool IsCatalogue(ClassDeclarationSyntax type) =>
        type.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "ErrorCatalogue");

    private static bool IsErrorsFile(string file) => file.EndsWith("/Errors.cs", StringComparison.Ordinal) || file.Contains("/Errors/", StringComparison.Ordinal);
}
