namespace Darkroom.Core.Clouds;

/// <summary>
/// One cloud platform. Every member may throw <see cref="CloudException"/>; none retries, none waits for a state.
/// </summary>
public interface ICloud
{
    /// <summary>Proves the credentials and names account and principal behind them. Draws on no budget.</summary>
    Task<CloudIdentity> IdentifyAsync(CloudAccess access, CancellationToken ct);

    /// <summary>
    /// Identifies, and makes sure that the principal may read what the platform's administrators count as proof of the account;
    /// a permission that is missing for that is an error with its name.
    /// </summary>
    Task<CloudIdentity> ProveAccountAsync(CloudAccess access, CancellationToken ct);

    /// <summary>Reads one kind of inventory; one call here may be many pages there.</summary>
    Task<IReadOnlyList<CloudItem>> ListAsync(CloudAccess access, InventoryQuery query, CancellationToken ct);

    /// <summary>Captures an instance's or a template version's hardware properties; what can't be carried is a named warning.</summary>
    Task<MachineProfile> CaptureProfileAsync(CloudAccess access, MachineProfileSource source, CancellationToken ct);

    /// <summary>Everything that can be known now about a preparation. Every check is among the findings, also one that couldn't be made.</summary>
    Task<IReadOnlyList<Finding>> CheckPreparationAsync(CloudAccess access, PreparationPlan plan, CancellationToken ct);

    /// <summary>
    /// Whether an image can be launched in another hosting unit of its account and Region. Every check is among the findings, also one that couldn't be made.
    /// </summary>
    Task<IReadOnlyList<Finding>> CheckSharingAsync(CloudAccess access, SharingPlan plan, CancellationToken ct);

    /// <summary>The isolation group of a VPC, or null.</summary>
    Task<string?> FindIsolationGroupAsync(CloudAccess access, string vpcId, CancellationToken ct);

    /// <summary>Makes the isolation group of a VPC, still open; a concurrent twin is a transient error.</summary>
    Task<string> CreateIsolationGroupAsync(CloudAccess access, string vpcId, ResourceTags tags, CancellationToken ct);

    /// <summary>Revokes every rule and reads the group again; returns how many rules are left.</summary>
    Task<int> CloseIsolationGroupAsync(CloudAccess access, string groupId, CancellationToken ct);

    /// <summary>Removes the isolation group of a VPC; false when something still uses it.</summary>
    Task<bool> RemoveIsolationGroupAsync(CloudAccess access, string vpcId, CancellationToken ct);

    /// <summary>Starts the preparation instance; the same token gives the same instance.</summary>
    Task<string> StartPreparationInstanceAsync(CloudAccess access, PreparationInstance instance, CancellationToken ct);

    /// <summary>Instances that carry a reference, terminated ones left out.</summary>
    Task<IReadOnlyList<string>> FindInstancesAsync(CloudAccess access, string reference, CancellationToken ct);

    /// <summary>States of many instances in as few calls as there are pages; an id that isn't visible is left out.</summary>
    Task<IReadOnlyDictionary<string, InstanceStatus>> DescribeInstancesAsync(CloudAccess access, IReadOnlyCollection<string> instanceIds, CancellationToken ct);

    /// <summary>What the instance has printed so far; empty when the cloud has nothing yet.</summary>
    Task<string> ReadConsoleAsync(CloudAccess access, string instanceId, CancellationToken ct);

    /// <summary>Terminates an instance; done already is success.</summary>
    Task TerminateInstanceAsync(CloudAccess access, string instanceId, CancellationToken ct);

    /// <summary>Starts making an image of a stopped instance; returns its id.</summary>
    Task<string> CaptureImageAsync(CloudAccess access, ImageCapture capture, CancellationToken ct);

    /// <summary>Our own image of that name, or null.</summary>
    Task<ImageStatus?> FindImageAsync(CloudAccess access, string imageName, CancellationToken ct);

    /// <summary>An image by id, or null.</summary>
    Task<ImageStatus?> GetImageAsync(CloudAccess access, string imageId, CancellationToken ct);

    /// <summary>Makes launches from the image require session tokens of the metadata service, and tags image and snapshots.</summary>
    Task SealImageAsync(CloudAccess access, string imageId, IReadOnlyList<string> snapshotIds, ResourceTags tags, CancellationToken ct);

    /// <summary>Deletes an image and its snapshots; returns the snapshots that could not be deleted.</summary>
    Task<IReadOnlyList<string>> DeleteImageAsync(CloudAccess access, string imageId, CancellationToken ct);

    /// <summary>Takes an image out of use for good and leaves its snapshots; gone already is success.</summary>
    Task DeregisterImageAsync(CloudAccess access, string imageId, CancellationToken ct);

    /// <summary>Deletes a snapshot; gone already is success, in use is an error.</summary>
    Task DeleteSnapshotAsync(CloudAccess access, string snapshotId, CancellationToken ct);

    /// <summary>Everything in the account that carries our tags.</summary>
    Task<IReadOnlyList<OwnedResource>> ListOwnedAsync(CloudAccess access, CancellationToken ct);

    /// <summary>Removes one owned resource; false when something still uses it.</summary>
    Task<bool> RemoveOwnedAsync(CloudAccess access, OwnedResource resource, CancellationToken ct);
}
