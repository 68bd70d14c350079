using Darkroom.Architecture.Tests.Repository;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Darkroom.Architecture.Tests.House;

/// <summary>The compiler's warnings are errors everywhere, and nobody turns that off for himself.</summary>
public sealed class BuildTests
{
    private static readonly string[] NotForAProject = ["TreatWarningsAsErrors", "WarningsNotAsErrors", "Nullable", "EnforceCodeStyleInBuild", "AnalysisLevel", "ManagePackageVersionsCentrally"];

    [Theory]
    [InlineData("TreatWarningsAsErrors", "true")]
    [InlineData("Nullable", "enable")]
    [InlineData("EnforceCodeStyleInBuild", "true")]
    public void The_build_is_strict_for_every_project(string property, string value) =>
        SourceTree.ReadXml("Directory.Build.props").Descendants(property).Select(element => element.Value).Should().Equal(value);

    [Fact]
    public void No_project_makes_the_build_less_strict() =>
        Project.In("src", "tests", "bench", "eng")
            .SelectMany(project => NotForAProject.Where(property => project.Property(property).Length > 0).Select(property => $"{project.File} sets {property}"))
            .ShouldBeNone();

    [Fact]
    public void No_project_of_the_product_silences_a_warning() =>
        Project.In("src").Where(project => project.Property("NoWarn").Length > 0).Select(project => project.File).ShouldBeNone();

    [Fact]
    public void No_source_turns_warnings_or_null_checks_off() =>
        Sources.All.SelectMany(source => source.Syntax.DescendantNodes(descendIntoTrivia: true)
                .Where(node => node is PragmaWarningDirectiveTriviaSyntax or NullableDirectiveTriviaSyntax)
                .Select(source.At))
            .ShouldBeNone();

    [Fact]
    public void Every_project_is_in_the_solution() =>
        SourceTree.ReadXml("Darkroom.slnx").Descendants("Project").Select(project => project.Attribute("Path")!.Value)
            .Should().BeEquivalentTo(Project.In("src", "tests", "bench", "eng").Select(project => project.File));

    [Fact]
    public void Versions_of_packages_stand_in_one_place() =>
        Project.In("src", "tests", "bench", "eng")
            .Where(project => project.Xml.Descendants("PackageReference").Any(package => package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null))
            .Select(project => project.File)
            .ShouldBeNone();
}
