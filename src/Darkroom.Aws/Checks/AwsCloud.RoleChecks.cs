using Darkroom.Aws.Checks;
using Darkroom.Aws.Errors;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    private const string ServiceLinkedRole = "AWSServiceRoleForWorkSpacesInstances";
    private const string ServiceOfManagedInstances = "workspaces-instances.amazonaws.com";

    /// <summary>A preparation starts plain instances, so that the role's lack is only said (docs/decisions/the-service-linked-role.md).</summary>
    private async Task<IEnumerable<Problem>> CheckServiceLinkedRoleAsync(CloudAccess access, CancellationToken ct)
    {
        try
        {
            await calls.IamAsync(access, AwsActions.GetRole, (iam, cancel) => iam.GetRoleArnAsync(ServiceLinkedRole, cancel), ct);
            return [];
        }
        catch (CloudException failure) when (failure.Is("NoSuchEntity"))
        {
            return [new Problem(CheckErrors.ServiceLinkedRoleMissing.With(ServiceLinkedRole, ServiceOfManagedInstances), CheckResult.Warning)];
        }
    }
}
