using Darkroom.Contracts.ServiceConfiguration;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.ServiceConfiguration;

/// <summary>Shows every setting of the site with what applies.</summary>
public sealed class ListServiceSettings(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    public Task<IReadOnlyList<ServiceSettingDto>> HandleAsync(Caller caller, CancellationToken ct) =>
        runner.ReadAsync<ListServiceSettings, IReadOnlyList<ServiceSettingDto>>(caller, async db =>
        {
            var set = await db.ServiceSettings.ToDictionaryAsync(s => s.Name, ct);
            return [.. KnownSettings.All.Select(known => known.ToDto(set.GetValueOrDefault(known.Name)))];
        }, ct);
}
