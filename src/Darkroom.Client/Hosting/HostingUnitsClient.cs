using Darkroom.Client.Http;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Hosting;

/// <summary>Hosting units.</summary>
public sealed class HostingUnitsClient(ApiConnection api)
{
    private const string Root = "hosting-units";

    /// <param name="name">Only those of this name; <c>*</c> stands for any characters.</param>
    /// <param name="connection">Only those of this connection, by name or uid.</param>
    public Task<Page<HostingUnitDto>> ListAsync(
        string? name = null, string? connection = null, string? sort = null, int? pageSize = null, string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<HostingUnitDto>>(
            ApiConnection.Query(Root, ("name", name), ("connection", connection), ("sort", sort), ("pageSize", pageSize), ("pageToken", pageToken)), ct);

    public Task<HostingUnitDto> GetAsync(string nameOrUid, CancellationToken ct = default) =>
        api.GetAsync<HostingUnitDto>(ApiConnection.Path(Root, nameOrUid), ct);

    public Task<HostingUnitDto> CreateAsync(CreateHostingUnitRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<HostingUnitDto>(HttpMethod.Post, Root, request, context, ct);

    public Task<HostingUnitDto> UpdateAsync(string nameOrUid, UpdateHostingUnitRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<HostingUnitDto>(HttpMethod.Patch, ApiConnection.Path(Root, nameOrUid), request, context, ct);

    public Task RemoveAsync(string nameOrUid, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, ApiConnection.Path(Root, nameOrUid), null, context, ct);

    /// <summary>What a preparation would capture of a machine profile.</summary>
    /// <param name="path">Of an instance or of a launch template version.</param>
    public Task<MachineProfileDto> GetMachineProfileAsync(string nameOrUid, string path, CancellationToken ct = default) =>
        api.GetAsync<MachineProfileDto>(ApiConnection.Query(ApiConnection.Path(Root, nameOrUid, "machine-profile"), ("path", path)), ct);

    /// <summary>What a preparation would meet that nothing was made for yet.</summary>
    public Task<ImagePreparationChecksDto> CheckPreparationAsync(string nameOrUid, PlannedPreparationRequest request, CancellationToken ct = default) =>
        api.SendAsync<ImagePreparationChecksDto>(HttpMethod.Post, ApiConnection.Path(Root, nameOrUid, "preparation-checks"), request, null, ct);

    /// <summary>What lies in the account below the hosting unit.</summary>
    public InventoryClient Inventory(string nameOrUid) => new(api, ApiConnection.Path(Root, nameOrUid, "inventory"));
}
