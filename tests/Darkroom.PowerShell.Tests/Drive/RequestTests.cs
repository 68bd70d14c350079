using Darkroom.PowerShell.Tests.Host;

namespace Darkroom.PowerShell.Tests.Drive;

/// <summary>What commands on the drive cost: the engine asks a provider often, the provider its server seldom.</summary>
public sealed class RequestTests(DriveServer server) : IClassFixture<DriveServer>
{
    [Fact]
    public async Task An_item_is_one_request_and_is_asked_for_anew_each_time()
    {
        using var host = await server.EngineAsync();
        using var requests = new Requests(server.Server.Url);
        for (var i = 0; i < 2; i++)
        {
            (await host.RunAsync($@"Get-Item '{DriveServer.Unit}\{DriveServer.Master}'")).ShouldSucceed().Output.Should().ContainSingle();
            requests.Take().Should().ContainSingle().Which.Should().StartWith("GET /api/v1/hosting-units/demo/inventory/item?");
        }
    }

    [Fact]
    public async Task A_change_made_elsewhere_is_seen_by_the_next_command()
    {
        using var host = await server.EngineAsync();
        var script = @"Get-Item XDHyp:\Connections\demo | Select-Object -ExpandProperty Revision";
        var before = (await host.RunAsync(script)).ShouldSucceed().Output.Single().BaseObject;
        await server.Server.Administrator.Connections.UpdateAsync("demo", new() { CustomProperties = "A,1" }, ct: TestContext.Current.CancellationToken);
        (await host.RunAsync(script)).ShouldSucceed().Output.Single().BaseObject.Should().NotBe(before);
    }

    [Fact]
    public async Task A_listing_is_one_request()
    {
        using var host = await server.EngineAsync();
        using var requests = new Requests(server.Server.Url);

        (await host.RunAsync($"Get-ChildItem {DriveServer.Unit}")).ShouldSucceed().Output.Should().HaveCountGreaterThan(30);
        requests.Take().Should().ContainSingle().Which.Should().StartWith("GET /api/v1/hosting-units/demo/inventory?");

        (await host.RunAsync(@"Get-ChildItem XDHyp:\HostingUnits")).ShouldSucceed();
        requests.Take().Should().Equal("GET /api/v1/hosting-units?pageSize=1000");

        (await host.RunAsync(@"Get-ChildItem XDHyp:\")).ShouldSucceed();
        requests.Take().Should().BeEmpty();
    }

    [Theory]
    [InlineData($"Get-ChildItem '{DriveServer.Unit}' -Name")]
    [InlineData($"Get-ChildItem '{DriveServer.Unit}'; Test-Path '{DriveServer.Unit}'")]
    [InlineData($"Get-ChildItem '{DriveServer.Zone}'")]
    [InlineData(@"Get-ChildItem XDHyp:\Connections\demo")]
    public async Task A_listing_is_one_request_however_it_is_asked_for(string script)
    {
        using var host = await server.EngineAsync();
        using var requests = new Requests(server.Server.Url);
        (await host.RunAsync(script)).ShouldSucceed().Output.Should().NotBeEmpty();
        requests.Take().Should().ContainSingle().Which.Should().Contain("/inventory?");
    }

    [Fact]
    public async Task Each_listing_is_asked_for_anew()
    {
        using var host = await server.EngineAsync();
        using var requests = new Requests(server.Server.Url);
        for (var i = 0; i < 2; i++)
        {
            (await host.RunAsync($"Get-ChildItem {DriveServer.Unit}")).ShouldSucceed();
            requests.Take().Should().ContainSingle();
        }
    }

    [Theory]
    [InlineData(@"Get-ChildItem XDHyp:\HostingUnits\nothing")]
    [InlineData($@"Get-ChildItem '{DriveServer.Unit}\nowhere.availabilityzone'")]
    [InlineData(@"Get-ChildItem 'XDHyp:\Connections\demo\nothing.virtualprivatecloud'")]
    public async Task A_listing_of_what_is_missing_is_one_request_as_well(string script)
    {
        using var host = await server.EngineAsync();
        using var requests = new Requests(server.Server.Url);
        (await host.RunAsync(script)).ShouldFail("PathNotFound");
        requests.Take().Should().ContainSingle();
        (await host.RunAsync(script.Replace("Get-ChildItem", "Test-Path"))).ShouldSucceed().Output.Single().BaseObject.Should().Be(false);
    }

    [Fact]
    public async Task Questions_whether_something_exists_are_answered_by_what_was_just_listed()
    {
        using var host = await server.EngineAsync();
        await host.RunAsync($"Get-ChildItem {DriveServer.Unit}");
        using var requests = new Requests(server.Server.Url);
        var tests = await host.RunAsync($@"1..20 | ForEach-Object {{ Test-Path '{DriveServer.Unit}\{DriveServer.Master}' }}");
        tests.ShouldSucceed().Output.Should().HaveCount(20).And.OnlyContain(test => (bool)test.BaseObject);
        requests.Take().Should().BeEmpty();
    }

    [Fact]
    public async Task A_path_that_is_missing_is_asked_for_once()
    {
        using var host = await server.EngineAsync();
        using var requests = new Requests(server.Server.Url);
        (await host.RunAsync($@"Get-Item '{DriveServer.Unit}\nothing (ami-0000).template'")).ShouldFail("PathNotFound");
        requests.Take().Should().ContainSingle();
    }

    [Fact]
    public async Task A_wildcard_costs_a_listing_of_each_level()
    {
        using var host = await server.EngineAsync();
        using var requests = new Requests(server.Server.Url);
        (await host.RunAsync(@"Get-Item XDHyp:\HostingUnits\d*\win10-2411*")).ShouldSucceed().Output.Should().ContainSingle();
        requests.Take().Should().HaveCount(2);
    }

    [Fact]
    public async Task Nothing_is_sent_where_nothing_is_asked()
    {
        using var requests = new Requests(server.Server.Url);
        using var host = PowerShellHost.Start();
        (await host.RunAsync(@"Test-Path XDHyp:\; Test-Path XDHyp:\Connections; Test-Path 'XDHyp:\Connections\a;b'")).ShouldSucceed()
            .Output.Select(test => test.BaseObject).Should().Equal(true, true, false);
        requests.Take().Should().BeEmpty();
    }

    [Theory]
    [InlineData(@"New-Item XDHyp:\Connections\x -HypervisorAddress https://workspaces-instances.us-east-1.api.aws -Persist -WhatIf")]
    [InlineData(@"New-Item XDHyp:\HostingUnits\x -RootPath 'XDHyp:\Connections\demo\a.virtualprivatecloud' -AvailabilityZonePath a -NetworkPath b -WhatIf")]
    [InlineData(@"Set-Item XDHyp:\Connections\demo -MaintenanceMode $true -WhatIf")]
    [InlineData(@"Set-Item XDHyp:\HostingUnits\demo -NetworkPath b -WhatIf")]
    [InlineData(@"Rename-Item XDHyp:\Connections\demo other -WhatIf")]
    [InlineData(@"Rename-Item XDHyp:\HostingUnits\demo other -WhatIf")]
    [InlineData(@"Remove-Item XDHyp:\Connections\demo -WhatIf")]
    [InlineData(@"Remove-Item XDHyp:\HostingUnits\demo -WhatIf")]
    public async Task What_if_changes_nothing(string script)
    {
        using var host = await server.EngineAsync();
        using var requests = new Requests(server.Server.Url);
        (await host.RunAsync(script)).ShouldSucceed().Output.Should().BeEmpty();
        requests.Take().Should().OnlyContain(request => request.StartsWith("GET "));
    }
}
