using Darkroom.Architecture.Tests.Repository;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Darkroom.Architecture.Tests.Walls;

/// <summary>Surfaces ask use cases; none goes round them to the tables, or to the cloud.</summary>
public sealed class EndpointTests
{
    private static readonly string[] BehindUseCases = ["DarkroomDb", "IDbContextFactory", "ICloud", "UseCaseRunner", "OperationStore", "WriteGate"];

    [Fact]
    public void Endpoints_and_pages_ask_use_cases_and_never_the_database_or_the_cloud() =>
        Sources.OfProduct
            .Where(source => source.File.StartsWith("src/Darkroom.Server/Api/", StringComparison.Ordinal) || source.File.StartsWith("src/Darkroom.Studio/", StringComparison.Ordinal))
            .SelectMany(source => source.Of<SimpleNameSyntax>()
                .Where(name => BehindUseCases.Contains(name.Identifier.ValueText))
                .Select(name => $"{source.At(name)} {name.Identifier.ValueText}"))
            .ShouldBeNone();
}
