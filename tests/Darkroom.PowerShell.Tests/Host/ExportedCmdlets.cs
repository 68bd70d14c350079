using System.Collections;
using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>The cmdlets that the module exports, as PowerShell sees them.</summary>
internal static class ExportedCmdlets
{
    private static readonly string[] ReadingVerbs = ["Get", "Test", "Find", "Measure", "Wait"];

    /// <summary>Cmdlets whose verb changes something elsewhere but whose doing touches no server, and why.</summary>
    private static readonly Dictionary<string, string> ChangeNothing = new()
    {
        ["Add-PSSnapin"] = "checks a name",
    };

    public static async Task<IReadOnlyList<CmdletInfo>> AllAsync()
    {
        using var host = PowerShellHost.Start();
        var found = await host.RunAsync("Get-Command -Module Darkroom -CommandType Cmdlet");
        return [.. found.ShouldSucceed().Output.Select(command => (CmdletInfo)command.BaseObject)];
    }

    public static async Task<IReadOnlyList<CmdletInfo>> ChangingAsync() =>
        [.. (await AllAsync()).Where(cmdlet => !ReadingVerbs.Contains(cmdlet.Verb) && !ChangeNothing.ContainsKey(cmdlet.Name))];

    /// <summary>A value for each mandatory parameter of a set.</summary>
    /// <param name="known">Values by parameter name that name something that is there; the others are made up by type.</param>
    public static Hashtable Arguments(CommandParameterSetInfo set, IReadOnlyDictionary<string, object> known)
    {
        var arguments = new Hashtable();
        foreach (var parameter in set.Parameters.Where(parameter => parameter.IsMandatory))
        {
            arguments[parameter.Name] = known.TryGetValue(parameter.Name, out var value) ? value : MadeUp(parameter.ParameterType);
        }

        return arguments;
    }

    private static object MadeUp(Type type) => type switch
    {
        _ when type == typeof(string) => "anything",
        _ when type == typeof(string[]) => new[] { "anything" },
        _ when type == typeof(Guid) => Guid.NewGuid(),
        _ when type == typeof(Guid[]) => new[] { Guid.NewGuid() },
        _ when type == typeof(int) => 1,
        _ when type == typeof(bool) => true,
        _ when type == typeof(Hashtable) => new Hashtable { ["name"] = "value" },
        _ when type.IsEnum => type.GetEnumValues().GetValue(0)!,
        _ => throw new NotSupportedException($"A mandatory parameter is of type {type}; say here what to give for it."),
    };
}
