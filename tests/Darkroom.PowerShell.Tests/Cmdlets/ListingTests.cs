using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>What the listing cmdlets share: counting, skipping, sorting, filtering.</summary>
public sealed class ListingTests(ListingTests.Definitions fixture) : IClassFixture<ListingTests.Definitions>
{
    [Theory]
    [InlineData("Get-ProvImageDefinition list?", "list1 list2 list3")]
    [InlineData("Get-ProvImageDefinition 'LIST[12]'", "list1 list2")]
    [InlineData("Get-ProvImageDefinition nothing*", "")]
    [InlineData("Get-ProvImageDefinition list* -Skip 1 -MaxRecordCount 1", "list2")]
    [InlineData("Get-ProvImageDefinition list* -SortBy '-ImageDefinitionName'", "list3 list2 list1")]
    [InlineData("Get-ProvImageDefinition list* -SortBy 'OsType(Linux,Windows);-ImageDefinitionName'", "list2 list3 list1")]
    [InlineData("Get-ProvImageDefinition -Filter \"ImageDefinitionName -like 'list*' -and OsType -eq 'Linux'\"", "list2")]
    [InlineData("Get-ProvImageDefinition -Filter \"{ ImageDefinitionName -eq 'LIST1' -or Description -eq 'third' }\"", "list1 list3")]
    [InlineData("Get-ProvImageDefinition -Filter { ImageDefinitionName -like 'list*' -and -not (OsType -eq 'Linux') }", "list1 list3")]
    [InlineData("Get-ProvImageDefinition -Filter \"ImageDefinitionName -in 'list2','list3'\"", "list2 list3")]
    [InlineData("$wanted = 'list2'; Get-ProvImageDefinition -Filter 'ImageDefinitionName -eq $wanted'", "list2")]
    [InlineData("Get-ProvImageDefinition -Filter \"ImageDefinitionName -like 'list*' -and VersionsCount\"", "list3")]
    [InlineData("Get-ProvImageDefinition -Filter \"ImageDefinitionName -like 'list*' -and CreateTime -gt '-1:30'\"", "list1 list2 list3")]
    [InlineData("Get-ProvImageDefinition -Filter \"ImageDefinitionName -like 'list*' -and CreateTime -lt '-2'\"", "")]
    [InlineData("Get-ProvImageDefinition -Filter \"ImageDefinitionName -like 'list*' -and VersionsCount -ge 0x1 -and VersionsCount -lt 1kb\"", "list3")]
    public async Task What_is_asked_for_is_returned(string script, string names)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var result = await host.RunAsync(script);
        string.Join(' ', result.ShouldSucceed().Output.Select(definition => definition.Properties["ImageDefinitionName"].Value)).Should().Be(names);
    }

    [Fact]
    public async Task The_total_comes_as_an_error_beside_the_objects()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var result = await host.RunAsync("Get-ProvImageDefinition list* -MaxRecordCount 1 -ReturnTotalRecordCount -ErrorVariable total; $total[0].TotalAvailableResultCount");
        result.ShouldFail("PartialData");
        result.Output.Should().HaveCount(2);
        result.Output[1].BaseObject.Should().Be(3);
    }

    [Fact]
    public async Task Only_the_members_that_are_wanted_are_returned()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var result = await host.RunAsync("Get-ProvImageDefinition list1 -Property ImageDefinitionName, OsType");
        result.ShouldSucceed().Output.Single().Properties.Select(member => member.Name).Should().Equal("ImageDefinitionName", "OsType");
    }

    [Theory]
    [InlineData("Get-ProvImageDefinition -Filter \"Nmae -eq 'x'\"", "InvalidFilter", "character 1:")]
    [InlineData("Get-ProvImageDefinition -Filter \"OsType -eq\"", "InvalidFilter", "character 11:")]
    [InlineData("Get-ProvImageDefinition -Filter \"(OsType -eq 'Linux'\"", "InvalidFilter", "character 20:")]
    [InlineData("Get-ProvImageDefinition -Filter \"OsType -is 'Linux'\"", "InvalidFilter", "-is")]
    [InlineData("Get-ProvImageDefinition -SortBy Nmae", "InvalidSortBy", "Nmae")]
    public async Task What_cannot_be_read_is_refused_with_the_place(string script, string code, string says)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync(script)).ShouldFail(code).ToString().Should().Contain(says);
    }

    /// <summary>Three definitions, of which one has a version.</summary>
    public sealed class Definitions : IAsyncLifetime
    {
        public DarkroomServer Server { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Server = await DarkroomServer.StartAsync();
            using var host = await PowerShellHost.StartAsync(Server);
            (await host.RunAsync(
                """
                $null = New-ProvImageDefinition list1 -OsType Windows -VDASessionSupport MultiSession
                $null = New-ProvImageDefinition list2 -OsType Linux -VDASessionSupport MultiSession
                $null = New-ProvImageDefinition list3 -OsType Windows -VDASessionSupport SingleSession -Description third
                $null = New-ProvImageVersion list3
                """)).ShouldSucceed();
        }

        public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
