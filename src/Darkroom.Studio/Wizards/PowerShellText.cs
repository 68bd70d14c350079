using System.Text;
using Darkroom.Contracts.Images;

namespace Darkroom.Studio.Wizards;

/// <summary>A plan as a script for the PowerShell module.</summary>
public static class PowerShellText
{
    public static string Of(ImagePlan plan)
    {
        var script = new StringBuilder();
        var name = Quoted(plan.DefinitionName);
        if (plan.Definition is { } definition)
        {
            Line(script, $"New-ProvImageDefinition -ImageDefinitionName {name} -OsType {definition.OsType} -VDASessionSupport {definition.SessionSupport}{Description(definition.Description)}");
        }

        if (plan.Connection is { } connection)
        {
            Line(script, $"Add-ProvImageDefinitionConnection -ImageDefinitionName {name} -HypervisorConnectionName {Quoted(connection)}");
        }

        if (plan.Made.Version is null)
        {
            Line(script, $"$version = New-ProvImageVersion -ImageDefinitionName {name}{Description(plan.Version.Description)}");
        }

        if (plan.Made.MasterSpec is null)
        {
            Line(script, "$master = @{");
            Line(script, $"    ImageDefinitionName = {name}");
            Line(script, $"    ImageVersionNumber = {(plan.Made.Version is { } number ? $"{number}" : "$version.ImageVersionNumber")}");
            Line(script, $"    HostingUnitName = {Quoted(plan.Master.HostingUnit)}");
            Line(script, $"    MasterImagePath = {Quoted(plan.Master.MasterImagePath)}");
            Line(script, "}");
            Line(script, "$spec = Add-ProvImageVersionSpec @master");
        }

        Preparation(script, plan.Preparation, plan.Made.MasterSpec is { } spec ? $"'{spec}'" : "$spec.ImageVersionSpecUid");
        return script.ToString();
    }

    /// <param name="master">The master spec's uid, as the script has it.</param>
    private static void Preparation(StringBuilder script, PrepareImageRequest request, string master)
    {
        Line(script, "$preparation = @{");
        Line(script, $"    SourceImageVersionSpecUid = {master}");
        Line(script, $"    MachineProfile = {Quoted(request.MachineProfile!)}");
        if (request.ServiceOffering is { } offering)
        {
            Line(script, $"    ServiceOffering = {Quoted(offering)}");
        }

        Line(script, "    NetworkMapping = @{");
        foreach (var (nic, path) in request.NetworkMapping ?? new Dictionary<string, string>())
        {
            Line(script, $"        {Quoted(nic)} = {Quoted(path)}");
        }

        Line(script, "    }");
        Line(script, "}");
        Line(script, "New-ProvImageVersionSpec @preparation -RunAsynchronously");
    }

    private static string Description(string? text) => text is null ? "" : $" -Description {Quoted(text)}";

    // PowerShell takes typographic quotes for plain ones.
    private static string Quoted(string text) => $"'{string.Concat(text.Select(letter => letter is '\'' or '‘' or '’' or '‚' or '‛' ? $"{letter}{letter}" : $"{letter}"))}'";

    private static void Line(StringBuilder script, string text) => script.Append(text).Append('\n');
}
