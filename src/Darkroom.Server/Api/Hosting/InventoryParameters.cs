using System.ComponentModel;
using Darkroom.Core.Hosting;

namespace Darkroom.Server.Api.Hosting;

/// <summary>Which part of the inventory is asked for; a handler takes it with [AsParameters].</summary>
internal readonly record struct InventoryParameters(
    [property: Description("Path of the place, relative or beginning with XDHyp:; leave it out for the top.")] string? Path,
    [property: Description("Only items of this type, e.g. template.")] string? Type,
    [property: Description("Only items of this name or id; * stands for any characters.")] string? Name,
    [property: Description("Ask the cloud, whatever is cached.")] bool? Fresh,
    [property: Description("Show the machines that Darkroom made itself as well.")] bool? Force)
{
    public InventoryRequest ToRequest() => new(Path, Type, Name, Fresh ?? false, Force ?? false);
}

/// <summary>Which item of the inventory is asked for; a handler takes it with [AsParameters].</summary>
internal readonly record struct InventoryItemParameters(
    [property: Description("Path of the item, relative or beginning with XDHyp:.")] string? Path,
    [property: Description("Ask the cloud, whatever is cached.")] bool? Fresh,
    [property: Description("Find the machines that Darkroom made itself as well.")] bool? Force)
{
    public InventoryRequest ToRequest() => new(Path, Fresh: Fresh ?? false, Force: Force ?? false);
}
