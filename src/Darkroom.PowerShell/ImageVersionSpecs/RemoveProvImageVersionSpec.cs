using System.Management.Automation;
using Darkroom.Client.Http;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Tasks;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>
/// Removes a spec: its image and snapshots from the account, and its record. A spec stays while it is shared, while a catalog is assigned it, and while a machine
/// runs on it; a master spec stays while there is one that was prepared from it.
/// <para>What is piped is gathered first. Rows of a spec's HostingUnits stand for what they are: a share for the share, the primary one for the spec. A spec
/// goes together with its shares when all of them are piped, or with -RemoveShares; shares that are piped without their spec are taken back alone. Prepared specs
/// go before master specs.</para>
/// </summary>
/// <example>
/// Remove a prepared spec with its image, and the shares that it has.
/// <code>Remove-ProvImageVersionSpec -ImageVersionSpecUid $prepared.ImageVersionSpecUid -RemoveShares</code>
/// </example>
/// <example>
/// Remove all specs of a definition.
/// <code>Get-ProvImageVersionSpec -ImageDefinitionName office | Remove-ProvImageVersionSpec</code>
/// </example>
/// <example>
/// Forget a spec whose account can't be reached any more. What is in the account stays there.
/// <code>Remove-ProvImageVersionSpec $prepared.ImageVersionSpecUid -PurgeDBOnly</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ProvImageVersionSpec", SupportsShouldProcess = true)]
[OutputType(typeof(ImageRemovalTask), typeof(ImageSharingTask), typeof(Guid))]
public sealed class RemoveProvImageVersionSpec : LongRunningCmdlet
{
    private readonly RemovalSelection _selection = new();

    /// <summary>The spec, master or prepared.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [NoFiles]
    public Guid ImageVersionSpecUid { get; set; }

    /// <summary>What is piped: specs, or rows of their HostingUnits.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Removes the spec's shares as well, in the same task.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter RemoveShares { get; set; }

    /// <summary>Forgets the record and leaves image and snapshots in the account; nothing is asked of the cloud.</summary>
    [Parameter]
    [UnsetIsOff]
    public SwitchParameter PurgeDBOnly { get; set; }

    protected override void BeginProcessing()
    {
        base.BeginProcessing();

        // Before anything is piped: then it was given, and is the spec, whatever is piped besides.
        if (MyInvocation.BoundParameters.ContainsKey(nameof(ImageVersionSpecUid)))
        {
            _selection.Add(ImageVersionSpecUid);
        }
    }

    protected override void ProcessRecord() => Attempt(ImageVersionSpecUid, () =>
    {
        if (InputObject is not null)
        {
            _selection.Add(ImageVersionSpecUid, InputObject);
        }
    });

    protected override void EndProcessing()
    {
        foreach (var spec in _selection.InOrder())
        {
            if (spec.IsNamed)
            {
                Attempt(spec.Uid, () => Remove(spec));
            }
            else
            {
                Unshare(spec);
            }
        }
    }

    private void Remove(SelectedSpec spec)
    {
        var found = spec.Uid == Guid.Empty ? null : Call(ct => Client.ImageVersionSpecs.GetAsync(spec.Uid, ct));
        var shares = RemoveShares ? "with its shares" : spec.Shares.Count > 0 ? $"with its shares to {string.Join(", ", spec.Shares.Values)}" : "";
        if (ShouldProcess($"Image version spec {spec.Uid} {NameOf(found)} {shares}".TrimEnd(), FateOf(found)))
        {
            var (fate, context) = RemoveShares ? (SharesOnRemoval.Remove, Context) : FateOfShares(spec, found);
            WriteTask(Call(ct => Client.ImageVersionSpecs.RemoveAsync(spec.Uid, fate, PurgeDBOnly, context, ct)).OperationId);
        }
    }

    private static string NameOf(ImageVersionSpecDto? spec) =>
        spec is null ? "" : $"({spec.ImageDefinitionName} {spec.ImageVersionNumber}, {(spec.IsPrepared ? "prepared" : "master")})";

    /// <summary>What goes: a master image is the customer's own and stays, and a preparation that failed has left no image.</summary>
    private string FateOf(ImageVersionSpecDto? spec) => spec switch
    {
        { IsPrepared: false } => "Remove the record, leave the master image in the account",
        { ImageId: null } => PurgeDBOnly ? "Forget the record, leave in the account what its preparation left" : "Remove the record, and what its preparation left in the account",
        { ImageId: var image } => PurgeDBOnly ? $"Forget the record, leave the image {image} and its snapshots in the account" : $"Remove, and delete the image {image} and its snapshots in the account",
        _ => "Remove",
    };

    /// <summary>They go when each of them was named, and the spec is still the one that this was found of.</summary>
    private (SharesOnRemoval Fate, RequestContext Context) FateOfShares(SelectedSpec selected, ImageVersionSpecDto? spec)
    {
        if (selected.Shares.Count == 0 || spec is null)
        {
            return (SharesOnRemoval.Keep, Context);
        }

        return spec.HostingUnits.All(unit => unit.IsPrimary || selected.Shares.ContainsKey(unit.HostingUnitUid.ToString()) || selected.Shares.ContainsKey(unit.HostingUnitName))
            ? (SharesOnRemoval.Remove, Context with { IfVersion = spec.Version })
            : (SharesOnRemoval.Keep, Context);
    }

    private void Unshare(SelectedSpec spec)
    {
        foreach (var (unit, name) in spec.Shares)
        {
            Attempt(spec.Uid, () =>
            {
                if (ShouldProcess($"Image version spec {spec.Uid}", $"Unshare from the hosting unit {name}"))
                {
                    WriteTask(Call(ct => Client.ImageShares.UnshareAsync(spec.Uid, unit, Context, ct)).OperationId);
                }
            });
        }
    }
}
