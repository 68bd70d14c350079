using System.Reflection;
using Darkroom.Architecture.Tests.Repository;
using Darkroom.Core;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Darkroom.Architecture.Tests.Domain;

/// <summary>Whatever a caller can ask for is a use case, and a use case can't forget who asks.</summary>
public sealed class UseCaseTests
{
    [Fact]
    public void Whoever_handles_a_caller_is_a_use_case() =>
        Assemblies.Product.Values.SelectMany(assembly => assembly.GetTypes())
            .Where(type => Handlers(type).Any(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Caller))))
            .Where(type => !type.IsAssignableTo(typeof(IUseCase)))
            .ShouldBeNone();

    [Fact]
    public void Every_use_case_takes_the_caller_first_and_can_be_stopped() =>
        CoreServices.UseCaseTypes
            .Where(type => !Handlers(type).Any() || !Handlers(type).All(method => method.GetParameters() is [var first, .., var last]
                && first.ParameterType == typeof(Caller) && last.ParameterType == typeof(CancellationToken)))
            .ShouldBeNone();

    [Fact]
    public void Every_use_case_says_which_permission_it_needs() =>
        CoreServices.UseCaseTypes.Select(type => type.GetProperty(nameof(IUseCase.Permission))?.GetValue(null)).Should().AllBeOfType<Permission>();

    /// <summary>The runner checks the permission of its type argument, so a copied one would check another use case's.</summary>
    [Fact]
    public void Every_use_case_runs_under_its_own_permission() =>
        UseCaseClasses().SelectMany(useCase =>
            {
                var runs = useCase.Class.DescendantNodes().OfType<GenericNameSyntax>().Where(name => name.Identifier.ValueText is "ReadAsync" or "ChangeAsync").ToList();
                return runs.Any(run => run.TypeArgumentList.Arguments[0].ToString() == useCase.Name)
                    ? runs.Where(run => CoreServices.UseCaseTypes.Any(other => other.Name == run.TypeArgumentList.Arguments[0].ToString() && other.Name != useCase.Name))
                        .Select(run => $"{useCase.Name} runs as {run}")
                    : [$"{useCase.Name} runs without its permission"];
            })
            .ShouldBeNone();

    [Fact]
    public void A_use_case_is_found_by_its_name() =>
        UseCaseClasses().Where(useCase => Path.GetFileNameWithoutExtension(useCase.File) != useCase.Name).Select(useCase => $"{useCase.Name} is in {useCase.File}").ShouldBeNone();

    [Fact]
    public void Every_use_case_is_looked_at() =>
        UseCaseClasses().Select(useCase => useCase.Name).Should().BeEquivalentTo(CoreServices.UseCaseTypes.Select(type => type.Name));

    /// <summary>HandleAsync, or one a way to ask: HandleBelowConnectionAsync.</summary>
    private static IEnumerable<MethodInfo> Handlers(Type type) =>
        type.GetMethods().Where(method => method.Name.StartsWith("Handle", StringComparison.Ordinal) && method.Name.EndsWith("Async", StringComparison.Ordinal));

    private static IEnumerable<(string Name, string File, ClassDeclarationSyntax Class)> UseCaseClasses() =>
        from source in Sources.OfProduct
        from declaration in source.Of<ClassDeclarationSyntax>()
        where declaration.BaseList?.Types.Any(type => type.ToString() == nameof(IUseCase)) == true
        select (declaration.Identifier.ValueText, source.File, declaration);
}
