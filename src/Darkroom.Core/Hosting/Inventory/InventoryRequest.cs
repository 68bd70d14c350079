namespace Darkroom.Core.Hosting;

/// <summary>Which part of the inventory a caller asks for.</summary>
/// <param name="Path">Relative to the connection or hosting unit, or absolute; null or empty for its top.</param>
/// <param name="Type">Only items of this type, as it stands in paths: <c>template</c>.</param>
/// <param name="Name">Only items of this name or id; <c>*</c> stands for any characters.</param>
/// <param name="Fresh">Ask the cloud, whatever is cached.</param>
/// <param name="Force">Show the machines that Darkroom made itself as well.</param>
public sealed record InventoryRequest(string? Path = null, string? Type = null, string? Name = null, bool Fresh = false, bool Force = false);
