using Darkroom.Client.Http;
using Darkroom.Contracts.ServiceConfiguration;

namespace Darkroom.Client.ServiceConfiguration;

/// <summary>Settings of the whole site; changing one needs the role administrator.</summary>
public sealed class ServiceConfigurationClient(ApiConnection api)
{
    private const string Root = "service-configuration";

    /// <summary>Every setting with what applies, set or not.</summary>
    public Task<IReadOnlyList<ServiceSettingDto>> ListAsync(CancellationToken ct = default) => api.GetAsync<IReadOnlyList<ServiceSettingDto>>(Root, ct);

    public Task<ServiceSettingDto> SetAsync(string name, string value, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ServiceSettingDto>(HttpMethod.Put, ApiConnection.Path(Root, name), new SetServiceSettingRequest { Value = value }, context, ct);

    /// <summary>Back to the default.</summary>
    public Task RemoveAsync(string name, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, ApiConnection.Path(Root, name), null, context, ct);
}
