using System.Management.Automation;
using Darkroom.PowerShell.Drive;
using Darkroom.PowerShell.Tests.Host;

namespace Darkroom.PowerShell.Tests.Drive;

/// <summary>Connections on the drive, made, changed and removed as existing scripts do.</summary>
public sealed class ConnectionTests(DriveServer server) : IClassFixture<DriveServer>
{
    private const string KeyId = "AKIADARKROOMDEMO0001";
    private const string Secret = "darkroom/demo/not/a/secret/key/of/us0001";

    private const string Documented =
        """
        $new = @{
            ConnectionType = 'Custom'
            PluginId = 'AmazonWorkSpacesCoreMachineManagerFactory'
            HypervisorAddress = @('https://workspaces-instances.us-east-1.api.aws')
            UserName = 'role_based_auth'
            Persist = $true
            Scope = @()
            ZoneUid = '00000000-0000-0000-0000-000000000000'
            LoggingId = [guid]::NewGuid()
        }

        """;

    [Theory]
    [InlineData("secure", @"New-Item -Path XDHyp:\Connections\secure @new -SecurePassword (ConvertTo-SecureString role_based_auth -AsPlainText -Force)")]
    [InlineData("plain", @"New-Item -Path XDHyp:\Connections -Name plain @new -SecurePassword role_based_auth")]
    [InlineData("password", @"New-Item -Path @('XDHyp:\Connections\password') @new -Password role_based_auth -CustomProperties 'UseSystemProxy,True'")]
    [InlineData("neither", @"New-Item -Path xdhyp:/connections/neither @new")]
    public async Task The_documented_values_make_a_connection(string name, string script)
    {
        using var host = await server.EngineAsync();
        var made = await host.RunAsync(Documented + script);
        made.ShouldSucceed();
        made.Warnings.Should().BeEmpty();
        var connection = (HypervisorConnection)made.Output.Single().BaseObject;
        connection.HypervisorConnectionUid.Should().NotBeEmpty();
        (connection.HypervisorConnectionName, connection.ConnectionType, connection.PluginId, connection.UserName)
            .Should().Be((name, "Custom", "AmazonWorkSpacesCoreMachineManagerFactory", "role_based_auth"));
        connection.HypervisorAddress.Should().Equal("https://workspaces-instances.us-east-1.api.aws");
        (connection.Persistent, connection.MaintenanceMode).Should().Be((true, false));
        made["PSPath"].Should().Be($@"Darkroom\Citrix.Hypervisor::XDHyp:\Connections\{name}");

        var found = await host.RunAsync($@"Get-Item XDHyp:\Connections\{name}");
        found.ShouldSucceed()["HypervisorConnectionUid"].Should().Be(connection.HypervisorConnectionUid);
    }

    [Fact]
    public async Task A_script_hands_over_the_zone_and_scopes_that_it_never_set()
    {
        using var host = await server.EngineAsync();
        var made = await host.RunAsync(
            """
            [string[]] $scope = $unset
            [string] $one = $unset
            $new = @{ HypervisorAddress = 'https://workspaces-instances.us-east-1.api.aws'; Persist = $true; ZoneUid = (Get-ConfigZone).Uid; UserName = ''; CustomProperties = $unset }
            New-Item XDHyp:\Connections\zoned1 @new -Scope $scope
            New-Item XDHyp:\Connections\zoned2 @new -Scope $one
            """);
        made.ShouldSucceed().Output.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_credential_does_for_user_name_and_password()
    {
        using var host = await server.EngineAsync();
        var made = await host.RunAsync(
            $$"""
            $secret = ConvertTo-SecureString '{{Secret}}' -AsPlainText -Force
            New-Item XDHyp:\Connections\credential -ConnectionType AmazonWorkSpacesCore -HypervisorAddress https://workspaces-instances.us-east-1.api.aws -Persist `
                -HypervisorCredential ([pscredential]::new('{{KeyId}}', $secret)) -Scopes All
            """);
        made.ShouldSucceed()["UserName"].Should().Be(KeyId);
        made.Warnings.Should().BeEmpty();
    }

    [Fact]
    public async Task A_secret_is_in_no_object_and_no_error()
    {
        using var host = await server.EngineAsync();
        var all = await host.RunAsync(
            $$"""
            $new = @{ HypervisorAddress = 'https://workspaces-instances.us-east-1.api.aws'; Persist = $true; UserName = '{{KeyId}}' }
            New-Item XDHyp:\Connections\keyed @new -SecurePassword '{{Secret}}'
            New-Item XDHyp:\Connections\keyed2 @new -SecurePassword '{{Secret}}x'
            New-Item XDHyp:\Connections\keyed3 @new -SecurePassword '{{Secret}}' -Password '{{Secret}}'
            New-Item XDHyp:\Connections\keyed4 @new -SecurePassword @(1, '{{Secret}}')
            Set-Item XDHyp:\Connections\keyed -UserName '{{KeyId}}' -SecurePassword '{{Secret}}y'
            """);
        all.Output.Should().ContainSingle();
        all.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Should().Equal(
            "ConnectionCredentialsNotValid", "InvalidParameterCombination", "ConnectionCredentialsNotValid", "ConnectionCredentialsNotValid");
        var keyed = (await host.RunAsync(@"Get-Item XDHyp:\Connections\keyed")).ShouldSucceed().Output.Single();
        var shown = string.Join(' ', keyed.Properties.Select(property => property.Value));
        var said = all.Errors.Select(error => $"{error} {error.Exception} {error.TargetObject} {error.CategoryInfo} {error.ErrorDetails}").Append(shown);
        said.Should().OnlyContain(text => !text.Contains("not/a/secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(@"New-Item XDHyp:\Connections\x -ConnectionType Custom", "NonPersistentConnectionNotSupported", "Add -Persist.")]
    [InlineData(@"New-Item XDHyp:\Connections\x -ConnectionType AWS -HypervisorAddress https://workspaces-instances.us-east-1.api.aws -Persist", "ConnectionTypeNotSupported", "")]
    [InlineData(@"New-Item XDHyp:\Connections\x -HypervisorAddress https://ec2.us-east-1.amazonaws.com -Persist", "HypervisorAddressInvalidFormat", "")]
    [InlineData(@"New-Item XDHyp:\Connections\x -HypervisorAddress a, b -Persist", "ConnectionAddressInvalid", "Region")]
    [InlineData(@"New-Item XDHyp:\Connections\x -Persist", "ConnectionAddressInvalid", "")]
    [InlineData(@"New-Item XDHyp:\Connections\x -UserName AKIA -Persist", "PasswordMissing", "-SecurePassword")]
    [InlineData(@"New-Item XDHyp:\Connections\x -HypervisorAddress https://workspaces-instances.us-east-1.api.aws -Persist -Scope Sales", "ScopeNotFound", "All")]
    [InlineData(@"New-Item XDHyp:\Connections\x -HypervisorAddress https://workspaces-instances.us-east-1.api.aws -Persist -ZoneUid ([guid]::NewGuid())", "ZoneNotFound", "zones shows")]
    [InlineData(@"New-Item XDHyp:\Connections\demo -HypervisorAddress https://workspaces-instances.us-east-1.api.aws -Persist", "HypervisorConnectionDuplicateObjectExists", "")]
    [InlineData(@"New-Item 'XDHyp:\Connections\a;b' -Persist", "InputNameInvalid", "")]
    [InlineData(@"New-Item 'XDHyp:\Connections\{00000000-0000-0000-0000-000000000001}' -Persist", "InputNameInvalid", "")]
    [InlineData(@"New-Item XDHyp:\Connections\demo\more -Persist", "InputPathInvalid", "")]
    [InlineData(@"New-Item XDHyp:\Elsewhere\x -Persist", "InputPathInvalid", "")]
    [InlineData(@"New-Item XDHyp:\Connections -Persist", "InputPathInvalid", "")]
    [InlineData(@"Set-Item XDHyp:\Connections\nobody -MaintenanceMode $true", "HypervisorConnectionObjectToUpdateDoesNotExist", "")]
    [InlineData(@"Set-Item XDHyp:\Connections\demo", "NothingToChange", "MaintenanceMode")]
    [InlineData(@"Set-Item XDHyp:\Connections -MaintenanceMode $true", "InputPathInvalid", "")]
    [InlineData(@"Rename-Item XDHyp:\Connections\demo 'a*b'", "InputNameInvalid", "")]
    [InlineData(@"Rename-Item XDHyp:\Connections\nobody other", "PathNotFound", null)]
    [InlineData(@"Remove-Item XDHyp:\Connections\nobody", "PathNotFound", null)]
    [InlineData(@"Remove-Item XDHyp:\Connections\demo -Force", "HypervisorConnectionObjectToDeleteIsInUse", "")]
    [InlineData(@"Remove-Item XDHyp:\Connections -Recurse -Force", "ObjectCannotBeRemoved", "")]
    [InlineData(@"Remove-Item 'XDHyp:\Connections\demo\Default VPC.virtualprivatecloud' -Recurse -Force", "ObjectCannotBeRemoved", "")]
    public async Task What_cannot_be_done_is_refused_with_the_documented_name(string script, string code, string? remedy)
    {
        using var host = await server.EngineAsync();
        var error = (await host.RunAsync(script)).ShouldFail(code);
        error.CategoryInfo.Category.Should().NotBe(ErrorCategory.NotSpecified);
        error.TargetObject.Should().NotBeNull();
        if (remedy is not null) error.ErrorDetails.RecommendedAction.Should().NotBeEmpty().And.Match($"*{remedy}*");
    }

    [Fact]
    public async Task A_connection_is_changed_renamed_and_removed()
    {
        using var host = await server.EngineAsync();
        var result = await host.RunAsync(Documented +
            $$"""
            $made = New-Item XDHyp:\Connections\lives @new
            Set-Item -Path XDHyp:\Connections\lives -MaintenanceMode $true
            Get-Item XDHyp:\Connections\lives | Select-Object -ExpandProperty MaintenanceMode
            $changed = Set-Item -LiteralPath XDHyp:\Connections\lives -MaintenanceMode $false -UserName {{KeyId}} -SecurePassword '{{Secret}}' -CustomProperties 'A,1' -PassThru
            $changed.MaintenanceMode
            $changed.UserName
            $changed.CustomProperties
            $changed.Revision -eq $made.Revision
            Rename-Item -Path XDHyp:\Connections\lives -NewName 'lives on'
            Test-Path XDHyp:\Connections\lives
            Get-Item 'XDHyp:\Connections\lives on' | Select-Object -ExpandProperty HypervisorConnectionUid | Where-Object { $_ -eq $made.HypervisorConnectionUid } | ForEach-Object { 'same' }
            Get-ChildItem XDHyp:\Connections | Where-Object HypervisorConnectionName -like 'lives*' | Remove-Item -Force
            Test-Path 'XDHyp:\Connections\lives on'
            """);
        result.ShouldSucceed().Output.Select(item => item.BaseObject).Should().Equal(true, false, KeyId, "A,1", false, false, "same", false);
    }

    [Fact]
    public async Task One_is_removed_from_beside_it_and_only_once_that_is_confirmed()
    {
        using var host = await server.EngineAsync();
        (await host.RunAsync(Documented + @"New-Item XDHyp:\Connections\beside @new; Set-Location XDHyp:\Connections")).ShouldSucceed();
        var asked = await host.RunAsync("Remove-Item beside -Confirm");
        asked.Errors.Concat(asked.Terminated is null ? [] : [asked.Terminated]).Should().ContainSingle().Which.ToString().Should().Contain("Are you sure");
        (await host.RunAsync("Test-Path beside; Remove-Item beside -Confirm:$false; Test-Path beside")).ShouldSucceed()
            .Output.Select(test => test.BaseObject).Should().Equal(true, false);
    }

    [Fact]
    public async Task A_name_that_is_taken_cannot_be_taken_by_renaming()
    {
        using var host = await server.EngineAsync();
        (await host.RunAsync(Documented + @"New-Item XDHyp:\Connections\second @new")).ShouldSucceed();
        (await host.RunAsync(@"Rename-Item XDHyp:\Connections\second DEMO")).ShouldFail("HypervisorConnectionDuplicateNameExists")
            .CategoryInfo.Category.Should().Be(ErrorCategory.ResourceExists);
    }

    [Fact]
    public async Task A_connection_that_is_gone_by_the_time_it_is_removed_is_said_to_be()
    {
        using var host = await server.EngineAsync();
        (await host.RunAsync(Documented + @"New-Item XDHyp:\Connections\gone @new; Test-Path XDHyp:\Connections\gone")).ShouldSucceed();
        await server.Server.Administrator.Connections.RemoveAsync("gone", ct: TestContext.Current.CancellationToken);
        (await host.RunAsync(@"Remove-Item XDHyp:\Connections\gone")).ShouldFail("HypervisorConnectionObjectToDeleteDoesNotExist");
    }

    [Fact]
    public async Task Neither_moving_nor_copying_is_possible()
    {
        using var host = await server.EngineAsync();
        foreach (var script in new[]
        {
            @"$ExecutionContext.InvokeProvider.Item.Move('XDHyp:\Connections\demo', 'XDHyp:\Connections\other')",
            @"$ExecutionContext.InvokeProvider.Item.Copy('XDHyp:\Connections\demo', 'XDHyp:\Connections\other', $false, [System.Management.Automation.CopyContainers]::CopyTargetContainer)",
        })
        {
            var result = await host.RunAsync(script);
            result.Errors.Concat(result.Terminated is null ? [] : [result.Terminated]).Should().ContainSingle()
                .Which.Exception.GetBaseException().Should().BeAssignableTo<NotSupportedException>();
        }
    }

    [Fact]
    public async Task Any_command_may_say_which_server_it_asks()
    {
        using var host = PowerShellHost.Start();
        var result = await host.RunAsync(
            @"Get-Item XDHyp:\Connections\demo -AdminAddress $args[0] -BearerToken $args[1] | Select-Object -ExpandProperty FullPath; Test-Path XDHyp:\HostingUnits\demo",
            server.Server.Url.AbsoluteUri, server.Server.Tokens[Contracts.Access.Role.Reader]);
        result.ShouldSucceed().Output.Select(item => item.BaseObject).Should().Equal(@"XDHyp:\Connections\demo", true);
        (await host.RunAsync(@"Set-Item XDHyp:\Connections\demo -MaintenanceMode $true")).ShouldFail("PermissionDenied")
            .CategoryInfo.Category.Should().Be(ErrorCategory.PermissionDenied);
    }

    [Theory]
    [InlineData(@"Get-ChildItem XDHyp:\Connections")]
    [InlineData(@"Get-ChildItem XDHyp:\Connections -Recurse")]
    [InlineData(@"Get-ChildItem XDHyp:\ -Recurse")]
    [InlineData(@"Get-Item XDHyp:\Connections\demo")]
    [InlineData(@"Get-Item XDHyp:\Connections\*")]
    [InlineData(@"Get-ChildItem XDHyp:\HostingUnits\demo")]
    [InlineData(@"Test-Path XDHyp:\Connections\demo")]
    [InlineData(@"Set-Item XDHyp:\Connections\demo -MaintenanceMode $true")]
    [InlineData(@"Rename-Item XDHyp:\Connections\demo -NewName other")]
    [InlineData(@"New-Item XDHyp:\Connections\new -HypervisorAddress https://workspaces-instances.us-east-1.api.aws -Persist")]
    [InlineData(@"Remove-Item XDHyp:\Connections\demo")]
    public async Task Where_no_server_answers_the_drive_says_so(string script)
    {
        using var host = PowerShellHost.Start();
        var error = (await host.RunAsync(script + " -AdminAddress 127.0.0.1:1 -BearerToken x")).ShouldFail("ServerUnreachable");
        error.CategoryInfo.Category.Should().Be(ErrorCategory.ConnectionError);
        error.TargetObject.Should().Be(new Uri("http://127.0.0.1:1/"));
        error.ErrorDetails.RecommendedAction.Should().Contain("darkroom serve");
    }

    [Fact]
    public async Task A_token_that_is_not_taken_is_said_to_be()
    {
        using var host = PowerShellHost.Start();
        var result = await host.RunAsync(@"Get-Item XDHyp:\Connections\demo -AdminAddress $args[0] -BearerToken wrong", server.Server.Url.AbsoluteUri);
        result.ShouldFail("Unauthenticated").CategoryInfo.Category.Should().Be(ErrorCategory.AuthenticationError);
    }
}
