using Darkroom.Architecture.Tests.Repository;

namespace Darkroom.Architecture.Tests.House;

/// <summary>Tests lie where what they test lies.</summary>
public sealed class TestTreeTests
{
    /// <summary>Folders of tests without a room or folder of their own in the product, and what they hold.</summary>
    private static readonly Dictionary<string, string> OnlyInTests = new()
    {
        ["Darkroom.Architecture.Tests"] = "the house itself",
        ["Darkroom.Aws.Tests/Moto"] = "the adapter against an EC2 that isn't ours",
        ["Darkroom.Aws.Tests/Policies"] = "the policy file beside the product",
        ["Darkroom.Aws.Tests/Simulated"] = "the adapter against the simulator",
        ["Darkroom.PowerShell.Tests/Help"] = "help as the engine shows it, and each of its examples run",
        ["Darkroom.PowerShell.Tests/Host"] = "an engine for the module, and stand-ins for the commands it lacks",
        ["Darkroom.Server.Tests/BadInput"] = "every endpoint, fed what it must refuse",
        ["Darkroom.Server.Tests/Concurrency"] = "administrators side by side, against a model of the rules",
        ["Darkroom.Server.Tests/Crash"] = "the program itself, killed and started again",
        ["Darkroom.Server.Tests/Storage"] = "the storage rooms, which are nothing without a server's composition",
        ["Darkroom.Simulator.Tests/Cli"] = "the simulator driven by the AWS CLI",
        ["Darkroom.Simulator.Tests/Inventory"] = "listings of all kinds of resources at once",
    };

    [Fact]
    public void Each_test_project_is_named_after_a_room() =>
        Project.In("tests").Select(project => project.Name)
            .Where(name => name.EndsWith(".Tests", StringComparison.Ordinal) && !OnlyInTests.ContainsKey(name))
            .Select(name => name[..^".Tests".Length])
            .Should().BeSubsetOf(Project.In("src").Select(project => project.Name));

    [Fact]
    public void Each_folder_of_tests_is_named_after_a_folder_of_its_room() =>
        SourceTree.Files("*.cs", "tests")
            .Select(file => file.Split('/')[1..^1])
            .Where(folders => folders.Length > 1 && folders[0].EndsWith(".Tests", StringComparison.Ordinal))
            .Where(folders => !OnlyInTests.ContainsKey(folders[0]) && !OnlyInTests.ContainsKey($"{folders[0]}/{folders[1]}"))
            .Where(folders => !FoldersOf(folders[0][..^".Tests".Length]).Contains(folders[1]))
            .Select(folders => string.Join('/', folders))
            .Distinct()
            .ShouldBeNone();

    private static HashSet<string> FoldersOf(string room) =>
        SourceTree.Files("*.cs", $"src/{room}").SelectMany(file => file.Split('/')[2..^1]).ToHashSet(StringComparer.Ordinal);
}
