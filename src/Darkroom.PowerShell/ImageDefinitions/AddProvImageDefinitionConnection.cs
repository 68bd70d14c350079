using System.Management.Automation;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using static Darkroom.PowerShell.Cmdlets.ParameterSets;

namespace Darkroom.PowerShell.ImageDefinitions;

/// <summary>Binds an image definition to a hypervisor connection, so that its specs can lie in the connection's hosting units.</summary>
/// <example>
/// Let images of a definition be prepared in the account of a connection.
/// <code>Add-ProvImageDefinitionConnection -ImageDefinitionName office -HypervisorConnectionName wsc</code>
/// </example>
[Cmdlet(VerbsCommon.Add, "ProvImageDefinitionConnection", DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(ImageDefinitionConnection))]
public sealed class AddProvImageDefinitionConnection : ChangingCmdlet
{
    /// <summary>The definition to bind, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(ImageDefinitionNames))]
    public string ImageDefinitionName { get; set; } = "";

    /// <summary>The connection to bind it to, by its name.</summary>
    [Parameter(ParameterSetName = ByName, Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(HypervisorConnectionNames))]
    public string HypervisorConnectionName { get; set; } = "";

    /// <summary>The definition to bind, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true)]
    [NoFiles]
    public Guid ImageDefinitionUid { get; set; }

    /// <summary>The connection to bind it to, by its uid.</summary>
    [Parameter(ParameterSetName = ByUid, Mandatory = true)]
    [NoFiles]
    public Guid HypervisorConnectionUid { get; set; }

    /// <summary>The CustomProperties XML document, or Name,Value; pairs; kept with the binding. Nothing, null and an empty text are none.</summary>
    [Parameter]
    [NoFiles]
    public string? CustomProperties { get; set; }

    private string Definition => ParameterSetName == ByUid ? ImageDefinitionUid.ToString() : ImageDefinitionName;

    private string Connection => ParameterSetName == ByUid ? HypervisorConnectionUid.ToString() : HypervisorConnectionName;

    protected override void ProcessRecord() => Attempt(Definition, () =>
    {
        if (ShouldProcess($"Image definition {Definition}", $"Bind to the hypervisor connection {Connection}"))
        {
            WriteObject(new ImageDefinitionConnection(Call(
                ct => Client.ImageDefinitions.AddConnectionAsync(Definition, Connection, TextOrNull(CustomProperties), Context, ct))));
        }
    });
}
