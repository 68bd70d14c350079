using System.Text;
using Amazon.EC2.Model;
using Darkroom.Aws.Errors;
using Darkroom.Aws.Preparation;
using Darkroom.Core.Clouds;
using InstanceStatus = Darkroom.Core.Clouds.InstanceStatus;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    // AWS takes 200 values for one filter.
    private const int MostFilterValues = 200;

    public async Task<string> StartPreparationInstanceAsync(CloudAccess access, PreparationInstance instance, CancellationToken ct)
    {
        var image = await GetMasterAsync(access, instance.ImageId, ct);
        var request = PreparationRequest.For(instance, image);
        try
        {
            var answer = await calls.Ec2Async(access, AwsActions.RunInstances, (ec2, cancel) => ec2.RunInstancesAsync(request, cancel), ct);
            return AwsFailure.Answered(answer.Reservation?.Instances?.FirstOrDefault()?.InstanceId, AwsActions.RunInstances);
        }
        catch (CloudException failure) when (failure.Is("InvalidGroup.NotFound"))
        {
            throw AwsFailure.NotVisibleYet(failure, "isolation group", instance.IsolationGroupId);
        }
    }

    public async Task<IReadOnlyList<string>> FindInstancesAsync(CloudAccess access, string reference, CancellationToken ct)
    {
        var instances = await InstancesAsync(
            access,
            [AwsFilters.Where($"tag:{ResourceTags.ReferenceTag}", reference), AwsFilters.Where("instance-state-name", LivingStates)],
            managed: true,
            ct);
        return [.. instances.Select(instance => instance.InstanceId)];
    }

    // Asked by filter and not by id: one id that isn't visible would fail the whole call.
    public async Task<IReadOnlyDictionary<string, InstanceStatus>> DescribeInstancesAsync(
        CloudAccess access, IReadOnlyCollection<string> instanceIds, CancellationToken ct)
    {
        var statuses = new Dictionary<string, InstanceStatus>();
        foreach (var some in instanceIds.Distinct().Chunk(MostFilterValues))
        {
            foreach (var instance in await InstancesAsync(access, [AwsFilters.Where("instance-id", some)], managed: true, ct))
            {
                // One instance in an unheard-of state mustn't hide the others: it counts as not visible.
                if (InstanceStatuses.From(instance) is { } status)
                {
                    statuses[instance.InstanceId] = status;
                }
            }
        }

        return statuses;
    }

    public async Task<string> ReadConsoleAsync(CloudAccess access, string instanceId, CancellationToken ct)
    {
        try
        {
            return await ConsoleAsync(access, instanceId, latest: true, ct);
        }
        catch (CloudException failure) when (failure.Is("UnsupportedOperation"))
        {
            // Types before Nitro only have what was posted after the last change of state.
            return await ConsoleAsync(access, instanceId, latest: false, ct);
        }
        catch (CloudException failure) when (failure.Is("InvalidInstanceID.NotFound"))
        {
            throw AwsFailure.NotVisibleYet(failure, "instance", instanceId);
        }
    }

    public async Task TerminateInstanceAsync(CloudAccess access, string instanceId, CancellationToken ct)
    {
        try
        {
            await calls.Ec2Async(
                access, AwsActions.TerminateInstances, (ec2, cancel) => ec2.TerminateInstancesAsync(new() { InstanceIds = [instanceId] }, cancel), ct);
        }
        catch (CloudException failure) when (failure.Is("InvalidInstanceID.NotFound"))
        {
            // Terminated instances vanish after a while. One that isn't visible yet comes to the sweep's notice.
        }
    }

    private async Task<string> ConsoleAsync(CloudAccess access, string instanceId, bool latest, CancellationToken ct)
    {
        var answer = await calls.Ec2Async(
            access,
            AwsActions.GetConsoleOutput,
            (ec2, cancel) => ec2.GetConsoleOutputAsync(new() { InstanceId = instanceId, Latest = latest }, cancel),
            ct);
        return string.IsNullOrEmpty(answer.Output) ? "" : Encoding.UTF8.GetString(Convert.FromBase64String(answer.Output));
    }

    private async Task<Image> GetMasterAsync(CloudAccess access, string imageId, CancellationToken ct) =>
        (await ImagesByIdAsync(access, imageId, ct)).FirstOrDefault()
        ?? throw new CloudException(LookupErrors.ImageNotFound.With(AwsActions.DescribeImages), transient: false);
}
