using System.Net;
using System.Text.Json;
using Darkroom.Simulator.Ec2.Images;
using Darkroom.Simulator.Ec2.Instances;
using Darkroom.Simulator.Ec2.KeyPairs;
using Darkroom.Simulator.Ec2.LaunchTemplates;
using Darkroom.Simulator.Ec2.Networks;
using Darkroom.Simulator.Ec2.SecurityGroups;
using Darkroom.Simulator.Ec2.Snapshots;
using Darkroom.Simulator.Ec2.Volumes;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.Kms;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Worlds;

/// <summary>Puts a world's contents into a Region, as if they had been made a day before the simulation starts.</summary>
internal sealed class RegionFurnisher(RegionState region)
{
    private readonly DateTimeOffset madeAt = region.Now - TimeSpan.FromDays(1);

    public void Furnish(WorldContents contents)
    {
        using var held = region.Enter();
        SetQuotas(contents.Quotas);
        foreach (var vpc in contents.Vpcs)
            Add(new Vpc(vpc.Id, madeAt, vpc.Cidr, vpc.Default), vpc.Tags);
        foreach (var vpc in region.Resources.All<Vpc>().ToList())
            AddDefaultGroup(vpc);
        foreach (var subnet in contents.Subnets)
            Add(SubnetOf(subnet), subnet.Tags);
        foreach (var group in contents.SecurityGroups)
            Tag(SecurityGroupOperations.New(region, Find<Vpc>(group.Vpc), group.Name, group.Description, madeAt, group.Id), group.Tags);
        foreach (var name in contents.KeyPairs)
            Add(new KeyPair(region.NewId("key"), madeAt, name, region.Simulation.Ids.Hex(40)), null);
        foreach (var key in contents.KmsKeys)
            Add(KeyOf(key), null);
        foreach (var image in contents.Images)
            AddImage(image);
        foreach (var template in contents.LaunchTemplates)
            AddTemplate(template);
        foreach (var instance in contents.Instances)
            AddInstance(instance);
    }

    private void SetQuotas(IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> quotas)
    {
        try
        {
            foreach (var (service, values) in quotas)
            {
                foreach (var (code, value) in values)
                    region.Simulation.Quotas.Set(region.AccountId, region.Name, service, code, value);
            }
        }
        catch (Exception error) when (error is KeyNotFoundException or ArgumentOutOfRangeException)
        {
            throw new JsonException($"The world's quotas in {region.Name} can't be: {error.Message}", error);
        }
    }

    private void AddDefaultGroup(Vpc vpc)
    {
        var group = SecurityGroupOperations.New(region, vpc, SecurityGroup.DefaultName, "default VPC security group", madeAt);
        group.Ingress.Add(RuleReader.EverythingTo(region, new Peer(PeerKind.Group, group.Id)));
    }

    private Subnet SubnetOf(WorldSubnet subnet) => new(subnet.Id, madeAt, Find<Vpc>(subnet.Vpc), ZoneNamed(subnet.Zone), IPNetwork.Parse(subnet.Cidr))
    {
        DefaultForZone = subnet.Default,
    };

    private KmsKey KeyOf(WorldKey key) => new(key.Id, madeAt, $"arn:aws:kms:{region.Name}:{region.AccountId}:key/{key.Id}")
    {
        KeyState = key.State,
        Aliases = key.Aliases,
        Description = key.Description,
    };

    private void AddImage(WorldImage world)
    {
        var owner = world.OwnerId ?? region.AccountId;
        var devices = world.Devices.Select(device => new ImageDevice(device.DeviceName, device.SnapshotId,
            new VolumeShape(device.Size, device.Type, device.Iops, device.Throughput, device.Encrypted, device.KmsKeyId), DeleteOnTermination: true)).ToList();
        Add(new Image(world.Id, madeAt, world.Name, owner)
        {
            Description = world.Description,
            OwnerAlias = world.OwnerAlias,
            Public = world.Public,
            Available = true,
            PlatformDetails = world.PlatformDetails,
            Architecture = world.Architecture,
            RootDeviceName = world.RootDeviceName,
            ImdsSupport = world.ImdsSupport,
            Devices = devices,
            Guest = world.Guest,
        }, world.Tags);
        var shown = world.Devices.Where(device => owner == region.AccountId || device.SnapshotShared).Select(device => device.SnapshotId).ToHashSet();
        foreach (var (_, snapshotId, shape, _) in devices.Where(device => shown.Contains(device.SnapshotId)))
        {
            Add(new Snapshot(snapshotId, madeAt, "vol-ffffffff", shape.Size, shape.Encrypted, shape.KmsKeyId, owner)
            {
                Description = $"Made for {world.Id}",
                CompletedAt = madeAt,
            }, null);
        }
    }

    private void AddTemplate(WorldLaunchTemplate world)
    {
        var template = new LaunchTemplate(world.Id, madeAt, world.Name, $"arn:aws:iam::{region.AccountId}:root")
        {
            DefaultVersion = world.DefaultVersion,
            Operator = world.Operator,
        };
        foreach (var version in world.Versions)
            template.Add(LaunchJson.Read(version.Data), version.Description, madeAt);
        Add(template, world.Tags);
    }

    private void AddInstance(WorldInstance world)
    {
        try
        {
            var plan = LaunchPlan.Check(region, LaunchJson.Read(world.Launch));
            new Launcher(region, plan, madeAt).One(world.Id, region.NewId("r"), 0, world.Operator);
        }
        catch (AwsException error)
        {
            throw new JsonException($"The world's instance {world.Id} can't be launched: {error.Code}: {error.Message}", error);
        }
    }

    private ZoneInfo ZoneNamed(string name) =>
        region.Info.Zones.FirstOrDefault(zone => zone.Name == name) ?? throw new JsonException($"There is no zone {name} in {region.Name}.");

    private T Find<T>(string id)
        where T : Resource => region.Resources.TryFind<T>(id, out var found) ? found : throw new JsonException($"There is no {id} in {region.Name}.");

    private void Add<T>(T resource, IReadOnlyDictionary<string, string>? tags)
        where T : Resource => Tag(region.Resources.Add(resource), tags);

    private static void Tag(Resource resource, IReadOnlyDictionary<string, string>? tags)
    {
        foreach (var (key, value) in tags ?? new Dictionary<string, string>())
            resource.Tags[key] = value;
    }
}
