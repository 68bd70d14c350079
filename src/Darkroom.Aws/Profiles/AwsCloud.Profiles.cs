using System.Globalization;
using Amazon.EC2;
using Amazon.EC2.Model;
using Darkroom.Aws.Errors;
using Darkroom.Aws.Profiles;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    public Task<MachineProfile> CaptureProfileAsync(CloudAccess access, MachineProfileSource source, CancellationToken ct) => source switch
    {
        { InstanceId: { } instanceId } => CaptureInstanceAsync(access, source, instanceId, ct),
        { LaunchTemplateId: { } templateId, LaunchTemplateVersion: { } version } => CaptureTemplateVersionAsync(access, source, templateId, version, ct),
        _ => throw new ArgumentException("A machine profile comes from an instance or a launch template version.", nameof(source)),
    };

    private async Task<MachineProfile> CaptureTemplateVersionAsync(
        CloudAccess access, MachineProfileSource source, string templateId, long version, CancellationToken ct)
    {
        var number = version.ToString(CultureInfo.InvariantCulture);
        var versions = await TemplateVersionsAsync(access, templateId, [number], ct);
        return versions is [{ LaunchTemplateData: { } data }, ..]
            ? TemplateProfile.From(source, data)
            : throw new CloudException(LookupErrors.LaunchTemplateVersionNotFound.With(AwsActions.DescribeLaunchTemplateVersions), transient: false);
    }

    private async Task<MachineProfile> CaptureInstanceAsync(CloudAccess access, MachineProfileSource source, string instanceId, CancellationToken ct)
    {
        var instance = await LivingInstanceAsync(access, instanceId, ct)
            ?? throw new CloudException(LookupErrors.InstanceNotFound.With(AwsActions.DescribeInstances), transient: false);
        var volumeIds = (instance.BlockDeviceMappings ?? []).Select(device => device.Ebs?.VolumeId).OfType<string>().ToArray();
        var type = (await InstanceTypesAsync(access, instance.InstanceType.Value, ct)).FirstOrDefault();
        return InstanceProfileReading.From(source, new InstanceReading
        {
            Instance = instance,
            Volumes = volumeIds.Length == 0 ? [] : await VolumesAsync(access, [AwsFilters.Where("volume-id", volumeIds)], ct),
            Type = type,
            Credits = type?.BurstablePerformanceSupported == true ? await CreditsAsync(access, instanceId, ct) : null,
            UserData = (await AttributeAsync(access, instanceId, InstanceAttributeName.UserData, ct)).UserData,
            DisableApiStop = (await AttributeAsync(access, instanceId, InstanceAttributeName.DisableApiStop, ct)).DisableApiStop,
            DisableApiTermination = (await AttributeAsync(access, instanceId, InstanceAttributeName.DisableApiTermination, ct)).DisableApiTermination,
            ShutdownBehavior = (await AttributeAsync(access, instanceId, InstanceAttributeName.InstanceInitiatedShutdownBehavior, ct))
                .InstanceInitiatedShutdownBehavior,
        });
    }

    private async Task<Instance?> LivingInstanceAsync(CloudAccess access, string instanceId, CancellationToken ct) =>
        (await InstancesAsync(
            access,
            [AwsFilters.Where("instance-id", instanceId), AwsFilters.Where("instance-state-name", LivingStates)],
            managed: true,
            ct)).FirstOrDefault();

    private Task<List<Volume>> VolumesAsync(CloudAccess access, List<Filter> filters, CancellationToken ct) => calls.Ec2PagesAsync(
        access,
        AwsActions.DescribeVolumes,
        (ec2, next, cancel) => ec2.DescribeVolumesAsync(
            new() { Filters = filters, MaxResults = PageSize, NextToken = next, IncludeManagedResources = true }, cancel),
        page => (page.Volumes, page.NextToken),
        ct);

    private async Task<string?> CreditsAsync(CloudAccess access, string instanceId, CancellationToken ct)
    {
        var answer = await calls.Ec2Async(
            access,
            AwsActions.DescribeInstanceCreditSpecifications,
            (ec2, cancel) => ec2.DescribeInstanceCreditSpecificationsAsync(new() { InstanceIds = [instanceId] }, cancel),
            ct);
        return (answer.InstanceCreditSpecifications ?? []).FirstOrDefault()?.CpuCredits;
    }

    private async Task<InstanceAttribute> AttributeAsync(CloudAccess access, string instanceId, InstanceAttributeName attribute, CancellationToken ct)
    {
        var answer = await calls.Ec2Async(
            access,
            AwsActions.DescribeInstanceAttribute,
            (ec2, cancel) => ec2.DescribeInstanceAttributeAsync(new() { InstanceId = instanceId, Attribute = attribute }, cancel),
            ct);
        return answer.InstanceAttribute ?? new InstanceAttribute();
    }
}
