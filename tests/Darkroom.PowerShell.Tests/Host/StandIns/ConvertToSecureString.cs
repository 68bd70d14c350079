using System.Management.Automation;
using System.Security;

namespace Darkroom.PowerShell.Tests.Host.StandIns;

[Cmdlet(VerbsData.ConvertTo, "SecureString")]
public sealed class ConvertToSecureString : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public string String { get; set; } = "";

    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        var secure = new SecureString();
        foreach (var character in String)
        {
            secure.AppendChar(character);
        }

        WriteObject(secure);
    }
}
