using System.Management.Automation;
using System.Reflection;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>A choice that is given by an unset variable is refused: with everything in its place, the next command of the pipeline would remove it.</summary>
public sealed class UnsetVariableTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    [Theory]
    [InlineData("Get-ProvTask -TaskId $unset | Stop-ProvTask")]
    [InlineData("Get-ProvImageDefinition -ImageDefinitionUid $unset")]
    [InlineData("Get-ProvImageVersion -ImageVersionUid $unset.ImageVersionUid")]
    [InlineData("Get-ProvImageVersion unset -ImageVersionNumber $unset")]
    [InlineData("Get-ProvImageVersionSpec -ImageVersionSpecUid $unset")]
    [InlineData("Get-ProvImageVersionSpec -ImageVersionUid $unset.ImageVersionUid")]
    [InlineData("Get-ProvImageVersionSpec -ImageVersionNumber $unset")]
    [InlineData("Get-BrokerHypervisorConnection -Uid $unset")]
    [InlineData("Get-BrokerHypervisorConnection -HypHypervisorConnectionUid $unset.HypervisorConnectionUid")]
    [InlineData("Get-ProvTask -Metadata $unset | Stop-ProvTask")]
    [InlineData("Get-ProvTask -Metadata '' | Remove-ProvTask")]
    [InlineData("Get-ProvTask -Filter $unset | Stop-ProvTask")]
    [InlineData("Get-ProvImageDefinition $unset.ImageDefinitionName")]
    [InlineData("Add-ProvImageVersionSpec -ImageDefinitionName unset -ImageVersionNumber $unset -HostingUnitName wsc -MasterImagePath any.template")]
    public async Task Nothing_is_chosen_by_a_variable_that_is_not_set(string script)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        await host.RunAsync("New-ProvImageDefinition unset -OsType Windows -VDASessionSupport MultiSession; New-ProvImageVersion unset");
        var result = await host.RunAsync(script);
        result.ShouldFail("ParameterArgumentValidationError");
        result.Output.Should().BeEmpty();
    }

    /// <summary>Whatever isn't named here chooses objects, so that nothing that does can be forgotten.</summary>
    private static readonly string[] ChooseNothing =
    [
        .. Cmdlet.CommonParameters,
        "MaxRecordCount", "Skip", "ReturnTotalRecordCount", "SortBy", "Property", "FilterScope",
        "AdminAddress", "BearerToken", "VirtualSiteId", "TraceParent", "TraceState", "AdminClientIP",
        "Registered",
    ];

    [Fact]
    public async Task No_listing_takes_an_unset_or_empty_value_for_everything()
    {
        using var host = PowerShellHost.Start();
        var choices = (
            from cmdlet in await ExportedCmdlets.AllAsync()
            where cmdlet.Verb == "Get"
            from parameter in cmdlet.Parameters.Values
            where !ChooseNothing.Contains(parameter.Name)
            from value in Nothings(parameter.ParameterType)
            select (Cmdlet: cmdlet.Name, Parameter: parameter.Name, Value: value)).ToList();
        choices.Select(choice => choice.Cmdlet).Distinct().Should().HaveCountGreaterThan(6);
        choices.Count(choice => choice.Parameter == "Filter").Should().BeGreaterThan(12);
        foreach (var (name, parameter, value) in choices)
        {
            var result = await host.RunAsync("$given = @{ $args[1] = $args[2] }; & $args[0] @given", name, parameter, value);
            (result.Terminated ?? result.Errors.Single()).FullyQualifiedErrorId.Should().StartWith("ParameterArgumentValidationError", "of {0} -{1} '{2}'", name, parameter, value);
        }
    }

    private static object?[] Nothings(Type type) =>
        type == typeof(string) ? [null, ""]
        : type == typeof(string[]) ? [null, new[] { "" }, Array.Empty<string>()]
        : Nullable.GetUnderlyingType(type) is not null ? [null]
        : throw new NotSupportedException($"{type} is null for nothing; say here what is.");

    [Fact]
    public void Every_switch_is_off_when_it_is_given_an_unset_variable() =>
        typeof(UnsetIsOffAttribute).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType == typeof(SwitchParameter) && property.GetCustomAttribute<UnsetIsOffAttribute>() is null)
            .Select(property => $"{property.DeclaringType!.Name} -{property.Name}")
            .Should().BeEmpty();

    [Theory]
    [InlineData("Add-PSSnapin Citrix.Host* -PassThru:$unset", 0)]
    [InlineData("$splat = @{ PassThru = $unset }; Add-PSSnapin Citrix.Host* @splat", 0)]
    [InlineData("Add-PSSnapin Citrix.Host* -PassThru:$false", 0)]
    [InlineData("Add-PSSnapin Citrix.Host* -PassThru", 1)]
    [InlineData("$splat = @{ PassThru = $true }; Add-PSSnapin Citrix.Host* @splat", 1)]
    [InlineData("$function = { param([switch] $PassThru) if ($PassThru) { 1 } }; & $function -PassThru:$unset", 0)]
    public async Task A_switch_is_on_when_it_is_said_and_off_when_it_is_not(string script, int written)
    {
        using var host = PowerShellHost.Start();
        (await host.RunAsync(script)).ShouldSucceed().Output.Should().HaveCount(written);
    }

    [Fact]
    public async Task What_only_orders_a_list_may_be_unset()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync("$given = @{ SortBy = $unset; Property = $unset }; Get-ProvTask @given; Get-ConfigZone @given")).ShouldSucceed().Output.Should().ContainSingle();
    }
}
