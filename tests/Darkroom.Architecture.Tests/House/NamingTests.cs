using Darkroom.Architecture.Tests.Repository;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Darkroom.Architecture.Tests.House;

/// <summary>Things are named by what they are.</summary>
public sealed class NamingTests
{
    private static readonly string[] SaysNothing = ["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Manager", "Managers"];

    [Fact]
    public void No_type_is_a_helper_a_utility_or_a_manager() =>
        Sources.All.SelectMany(source => source.Of<BaseTypeDeclarationSyntax>()
                .Where(type => SaysNothing.Any(word => type.Identifier.ValueText.EndsWith(word, StringComparison.Ordinal)))
                .Select(type => $"{source.At(type)} {type.Identifier.ValueText}"))
            .ShouldBeNone();

    [Fact]
    public void No_folder_or_file_is_one_of_helpers_utilities_or_managers() =>
        SourceTree.Files("*", "src", "tests", "bench", "eng")
            .Where(file => Path.ChangeExtension(file, null).Split('/').Any(part => SaysNothing.Any(word => part.EndsWith(word, StringComparison.OrdinalIgnoreCase))))
            .ShouldBeNone();
}
