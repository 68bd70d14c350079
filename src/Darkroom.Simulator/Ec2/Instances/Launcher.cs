using Darkroom.Simulator.Ec2.Networks;
using Darkroom.Simulator.Ec2.Volumes;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.ServiceQuotas;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Instances;

/// <summary>Makes instances of a checked plan.</summary>
internal sealed class Launcher(RegionState region, LaunchPlan plan, DateTimeOffset at)
{
    /// <summary>Launches as many as there is room for, at least the least.</summary>
    /// <exception cref="AwsException">Quotas, addresses or capacity don't suffice.</exception>
    public IReadOnlyList<Instance> Launch(int least, int most, string? operatedBy = null)
    {
        QuotaUse.RequireVcpus(region, plan.Type, LaunchPlan.AsksForSpot(plan.Request), most);
        QuotaUse.Require(region, PublishedQuotas.NetworkInterfaces, plan.Interfaces.Count * least, "NetworkInterfaceLimitExceeded",
            "The maximum number of network interfaces has been reached.");
        var zone = plan.Subnet.Zone.Name;
        var taken = region.Simulation.Capacity.Take(zone, plan.Type.Name, least, Math.Min(most, Addresses(least)));
        if (taken == 0)
        {
            throw new AwsException("InsufficientInstanceCapacity", $"We currently do not have sufficient {plan.Type.Name} capacity in the Availability Zone "
                + $"you requested ({zone}). Our system will be working on provisioning additional capacity.", 500);
        }
        var reservationId = region.NewId("r");
        return [.. Enumerable.Range(0, taken).Select(index => Stored(reservationId, index, operatedBy))];
    }

    /// <summary>Makes one instance whatever the quotas say; <paramref name="id"/> is new.</summary>
    public Instance One(string id, string reservationId, int index, string? operatedBy)
    {
        var instance = WithoutVolumes(id, reservationId, index, operatedBy);
        foreach (var volume in plan.Volumes)
            instance.Volumes.Add(VolumeOf(instance, volume));
        instance.PowerOn(at, region.Timings.PendingSeconds);
        return instance;
    }

    /// <summary>A launch over the quota of storage is answered as one within it, and its instance is terminated (EC2 user guide, instances that terminate
    /// immediately).</summary>
    private Instance Stored(string reservationId, int index, string? operatedBy)
    {
        if (QuotaUse.HasRoomFor(region, plan.Volumes.Select(volume => volume.Shape)))
            return One(region.NewId("i"), reservationId, index, operatedBy);
        var instance = WithoutVolumes(region.NewId("i"), reservationId, index, operatedBy);
        instance.FailForLackOfStorage(at);
        return instance;
    }

    private Instance WithoutVolumes(string id, string reservationId, int index, string? operatedBy)
    {
        var instance = new Instance(id, at, region, plan.Image, plan.Type, plan.Subnet)
        {
            Request = plan.Request,
            ReservationId = reservationId,
            LaunchIndex = index,
            Operator = operatedBy,
        };
        plan.Tags.Apply(instance);
        region.Resources.Add(instance);
        foreach (var planned in plan.Interfaces)
            instance.NetworkInterfaces.Add(InterfaceOf(instance, planned));
        return instance;
    }

    private int Addresses(int least)
    {
        var room = plan.Interfaces.GroupBy(planned => planned.Subnet).Min(group => group.Key.AvailableAddresses / group.Count());
        return room >= least ? room : throw new AwsException("InsufficientFreeAddressesInSubnet",
            $"There are not enough free addresses in subnet '{plan.Subnet.Id}' to satisfy the requested number of instances.");
    }

    private Volume VolumeOf(Instance instance, PlannedVolume planned)
    {
        var volume = new Volume(region.NewId("vol"), at, plan.Subnet.Zone.Name, planned.Shape)
        {
            DeviceName = planned.DeviceName,
            DeleteOnTermination = planned.DeleteOnTermination,
            InstanceId = instance.Id,
            SnapshotId = planned.SnapshotId,
            Operator = instance.Operator,
        };
        plan.Tags.Apply(volume);
        return region.Resources.Add(volume);
    }

    private NetworkInterface InterfaceOf(Instance instance, PlannedInterface planned)
    {
        var address = planned.Address is { } asked ? planned.Subnet.Take(asked) : planned.Subnet.TakeAddress();
        var nic = new NetworkInterface(region.NewId("eni"), at, planned.Subnet, address, planned.Groups)
        {
            Region = region.Name,
            InstanceId = instance.Id,
            AttachmentId = region.NewId("eni-attach"),
            MacAddress = "02:" + string.Join(':', region.Simulation.Ids.Hex(10).Chunk(2).Select(pair => new string(pair))),
            Description = planned.Asked.Text("Description"),
            InterfaceType = planned.Asked.Text("InterfaceType") ?? "interface",
            DeviceIndex = planned.DeviceIndex,
            NetworkCardIndex = planned.Asked.Number("NetworkCardIndex") ?? 0,
            DeleteOnTermination = planned.Asked.Flag("DeleteOnTermination") ?? true,
            Operator = instance.Operator,
        };
        plan.Tags.Apply(nic);
        return region.Resources.Add(nic);
    }
}
