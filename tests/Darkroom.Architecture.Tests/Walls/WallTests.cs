using Darkroom.Architecture.Tests.Repository;

namespace Darkroom.Architecture.Tests.Walls;

/// <summary>What each room may know, by its project file and by its compiled code.</summary>
public sealed class WallTests
{
    private static readonly IReadOnlyList<Project> Projects = Project.In("src");

    [Fact]
    public void Every_project_is_a_room_with_walls() =>
        Projects.Select(project => project.Name).Should().BeSubsetOf(Room.All.Keys);

    [Fact]
    public void A_project_refers_only_to_the_rooms_it_knows() =>
        Projects.SelectMany(project => project.Projects
                .Where(other => !Room.All[project.Name].Knows.Contains(other))
                .Select(other => $"{project.Name} refers to {other}"))
            .ShouldBeNone();

    [Fact]
    public void Compiled_code_refers_only_to_the_rooms_it_knows() =>
        Compiled.SelectMany(assembly => assembly.References
                .Where(reference => reference.StartsWith("Darkroom.", StringComparison.Ordinal) && !Room.Reach(assembly.Project).Contains(reference))
                .Select(reference => $"{assembly.Project} uses {reference}"))
            .ShouldBeNone();

    [Fact]
    public void Nothing_barred_comes_into_a_room_by_its_project_file() =>
        Projects.SelectMany(project => project.Packages.Concat(project.Frameworks)
                .Where(package => Room.All[project.Name].Bars(package))
                .Select(package => $"{project.Name} takes in {package}"))
            .ShouldBeNone();

    [Fact]
    public void Nothing_barred_comes_into_a_room_by_its_compiled_code() =>
        Compiled.SelectMany(assembly => assembly.References
                .Where(reference => Room.All[assembly.Project].Bars(reference))
                .Select(reference => $"{assembly.Project} uses {reference}"))
            .ShouldBeNone();

    [Fact]
    public void Contracts_needs_no_package() =>
        Projects.Single(project => project.Name == "Darkroom.Contracts").Should()
            .Match<Project>(contracts => contracts.Packages.Count == 0 && contracts.Frameworks.Count == 0 && contracts.Projects.Count == 0);

    [Theory]
    [InlineData("Darkroom.Contracts")]
    [InlineData("Darkroom.Client")]
    [InlineData("Darkroom.PowerShell")]
    public void What_runs_inside_PowerShell_is_built_for_its_oldest_runtime(string name) =>
        Projects.Where(project => project.Name == name).Should().OnlyContain(project => project.Property("TargetFramework") == "net8.0");

    [Fact]
    public void Only_the_server_knows_the_simulator() =>
        Projects.Where(project => project.Projects.Contains("Darkroom.Simulator")).Select(project => project.Name).Should().Equal("Darkroom.Server");

    [Fact]
    public void The_module_needs_no_package_where_it_runs() =>
        Projects.Single(project => project.Name == "Darkroom.PowerShell").Packages.Should().Equal("PowerShellStandard.Library");

    [Fact]
    public void The_compiled_walls_are_checked_on_every_room() =>
        Assemblies.Product.Keys.Should().BeEquivalentTo(Projects.Select(project => project.Name));

    private static IEnumerable<(string Project, IReadOnlyList<string> References)> Compiled =>
        Assemblies.Product.Select(assembly => (assembly.Key, Assemblies.References(assembly.Value)));
}
