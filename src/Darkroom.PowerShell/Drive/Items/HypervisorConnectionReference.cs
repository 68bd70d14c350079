namespace Darkroom.PowerShell.Drive;

/// <summary>The connection of a hosting unit.</summary>
public sealed class HypervisorConnectionReference
{
    internal HypervisorConnectionReference(Guid uid, string name) => (HypervisorConnectionUid, HypervisorConnectionName) = (uid, name);

    public Guid HypervisorConnectionUid { get; }

    public string HypervisorConnectionName { get; }

    public override string ToString() => HypervisorConnectionName;
}
