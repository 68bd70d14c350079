using System.Globalization;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Clouds;

namespace Darkroom.Studio.Hosting.Browsing;

/// <summary>What is shown of an item beside its name.</summary>
public sealed record InventoryColumn(string Head, Func<InventoryItemDto, string?> Cell);

/// <summary>How the types of inventory are called and what tells their items apart, the same in pickers and in the browser.</summary>
public static class InventoryColumns
{
    private const int MegabytesInGigabyte = 1024;

    private static readonly Dictionary<ItemType, (string Title, InventoryColumn[] Columns)> Types = new()
    {
        [ItemType.VirtualPrivateCloud] = ("VPCs", [new("Id", item => item.Id), Fact("CIDR block", CloudItemData.CidrBlock), new("Default", Default)]),
        [ItemType.AvailabilityZone] = ("Availability zones", [Fact("State", CloudItemData.State)]),
        [ItemType.Network] = ("Subnets",
        [
            Fact("Name tag", CloudItemData.Description), new("Id", item => item.Id), Fact("Free addresses", CloudItemData.AvailableAddresses),
        ]),
        [ItemType.Template] = ("Images",
        [
            Fact("Platform", CloudItemData.PlatformDetails),
            new("Disk", item => item.AdditionalData.GetValueOrDefault(CloudItemData.HardDiskSizeGB) is { } size ? $"{size} GB" : ""),
            new("Created", Day),
            Fact("Owner", CloudItemData.Owner),
        ]),
        [ItemType.Vm] = ("Instances", [Fact("Size", CloudItemData.InstanceType), Fact("State", CloudItemData.PowerState), Fact("Platform", CloudItemData.PlatformDetails)]),
        [ItemType.LaunchTemplate] = ("Launch templates",
        [
            Fact("Default version", CloudItemData.DefaultVersion), Fact("Latest version", CloudItemData.LatestVersion), new("Created", Day),
        ]),
        [ItemType.LaunchTemplateVersion] = ("Versions",
        [
            Fact("Size", CloudItemData.InstanceType), new("Default", Default), Fact("Description", CloudItemData.Description),
        ]),
        [ItemType.ServiceOffering] = ("Service offerings",
        [
            new("Type", item => item.Id),
            Fact("vCPU", CloudItemData.CpuCount),
            new("Memory", Memory),
            Fact("Network", CloudItemData.NetworkPerformance),
            Fact("Architecture", CloudItemData.Architecture),
        ]),
        [ItemType.SecurityGroup] = ("Security groups", [new("Id", item => item.Id), Fact("Description", CloudItemData.Description)]),
    };

    public static IReadOnlyList<InventoryColumn> Of(ItemType type) => Types[type].Columns;

    public static string TitleOf(ItemType type) => Types[type].Title;

    private static InventoryColumn Fact(string head, string name) => new(head, item => item.AdditionalData.GetValueOrDefault(name));

    private static string Default(InventoryItemDto item) => item.AdditionalData.GetValueOrDefault(CloudItemData.IsDefault) == "true" ? "yes" : "";

    private static string? Day(InventoryItemDto item) => item.AdditionalData.GetValueOrDefault(CloudItemData.CreationDate)?.Split('T')[0];

    private static string? Memory(InventoryItemDto item)
    {
        var megabytes = item.AdditionalData.GetValueOrDefault(CloudItemData.MemoryMB);
        return decimal.TryParse(megabytes, CultureInfo.InvariantCulture, out var size)
            ? string.Create(CultureInfo.InvariantCulture, $"{size / MegabytesInGigabyte:0.##} GiB")
            : megabytes;
    }
}
