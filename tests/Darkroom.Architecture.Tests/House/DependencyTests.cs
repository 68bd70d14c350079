using System.Text.RegularExpressions;
using Darkroom.Architecture.Tests.Repository;

namespace Darkroom.Architecture.Tests.House;

/// <summary>A package is a decision: <c>docs/dependencies.md</c> says of each what it is for, and of no other.</summary>
public sealed partial class DependencyTests
{
    [Theory]
    [InlineData("The product", "src")]
    [InlineData("Tests, benchmarks and build", "tests", "bench", "eng")]
    public void Each_package_is_listed_with_its_reason(string heading, params string[] folders) =>
        Used(folders).Except(Listed(heading)).Select(package => $"{package} isn't listed")
            .Concat(Listed(heading).Except(Used(folders)).Select(package => $"{package} isn't used"))
            .ShouldBeNone();

    [Fact]
    public void No_version_is_kept_of_what_nobody_uses() =>
        SourceTree.ReadXml("Directory.Packages.props").Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value)
            .Except(Used("src", "tests", "bench", "eng"))
            .ShouldBeNone();

    private static IEnumerable<string> Used(params string[] folders) =>
        Project.In(folders).SelectMany(project => project.Packages)
            .Concat(folders.Contains("tests") ? SourceTree.ReadXml("tests/Directory.Build.props").Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value) : [])
            .Distinct();

    private static IEnumerable<string> Listed(string heading)
    {
        var section = SourceTree.Read("docs/dependencies.md").Split("\n## ").Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));
        return Row().Matches(section).Select(row => row.Groups[1].Value);
    }

    [GeneratedRegex(@"^\| `([^`]+)` \| .*\S.* \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
