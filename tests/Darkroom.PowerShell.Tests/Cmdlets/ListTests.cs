using System.Management.Automation;
using System.Reflection;
using Darkroom.CmdletList;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>The list of what the public reference names, and what is really there.</summary>
public sealed class ListTests
{
    private static readonly string[] ByTheEngine = [.. Cmdlet.CommonParameters, .. Cmdlet.OptionalCommonParameters];

    private static readonly ReferenceList List = ReferenceList.Read(file => Published.Read("tests/Darkroom.PowerShell.Tests/Cmdlets/" + file));

    [Fact]
    public void The_page_says_what_the_list_says() => Published.ShouldBe("docs/cmdlets.md", CmdletPage.Of(List), "eng/update-cmdlet-list");

    [Fact]
    public async Task The_module_has_what_the_list_says_and_nothing_else()
    {
        var there = (await ExportedCmdlets.AllAsync())
            .ToDictionary(cmdlet => cmdlet.Name, cmdlet => (IReadOnlyCollection<string>)[.. cmdlet.Parameters.Keys.Except(ByTheEngine)]);
        ListDifferences.Of(List.Cmdlets, there).Should().BeEmpty();
    }

    [Fact]
    public async Task Commands_on_the_drive_take_what_the_list_says_and_nothing_else()
    {
        using var host = PowerShellHost.Start();
        foreach (var command in List.Drive)
        {
            var found = await host.RunAsync("Get-Command $args[0] -ArgumentList $args[1]", command.Name, PathOf(command.Place));
            var parameters = ((CmdletInfo)found.ShouldSucceed().Output.Single().BaseObject).Parameters;
            ListDifferences.OfParameters(
                $"{command.Name} at {command.Place}",
                command.Parameters,
                parameters.Keys,
                [.. parameters.Values.Where(parameter => parameter.IsDynamic).Select(parameter => parameter.Name)]).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task What_is_marked_as_here_is_read_by_the_code()
    {
        var read = ReadMembers();
        read.Should().NotContain(GetterOf(typeof(DarkroomCmdlet), nameof(DarkroomCmdlet.VirtualSiteId)), "this one has no effect");
        var listed = List.Cmdlets.ToDictionary(cmdlet => cmdlet.Name);
        (await ExportedCmdlets.AllAsync())
            .SelectMany(cmdlet => listed[cmdlet.Name].Parameters
                .Where(parameter => parameter.Mark == Mark.Here && !read.Contains(GetterOf(cmdlet.ImplementingType, parameter.Name)))
                .Select(parameter => $"{cmdlet.Name} -{parameter.Name}"))
            .Should().BeEmpty("a parameter that nothing reads has no effect and must be marked so");
    }

    private static string PathOf(string place) => place switch
    {
        "below a unit" => @"XDHyp:\HostingUnits\wsc\office.securitygroup",
        "anywhere" => @"XDHyp:\HostingUnits",
        _ => $@"XDHyp:\{place}\wsc",
    };

    private static int GetterOf(Type type, string parameter) => type.GetProperty(parameter)!.GetGetMethod()!.MetadataToken;

    // Getters that a call or callvirt names somewhere in the module; for auto-properties there is no other way to the value.
    private static HashSet<int> ReadMembers()
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return
        [
            .. typeof(DarkroomCmdlet).Assembly.GetTypes()
                .SelectMany(type => type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)))
                .Select(method => method.GetMethodBody()?.GetILAsByteArray() ?? [])
                .SelectMany(code => Enumerable.Range(0, Math.Max(0, code.Length - 4))
                    .Where(at => code[at] is 0x28 or 0x6F)
                    .Select(at => BitConverter.ToInt32(code, at + 1))),
        ];
    }
}
