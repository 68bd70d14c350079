using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>Lists connections.</summary>
public sealed class ListConnections(UseCaseRunner runner) : IUseCase
{
    private static readonly Listing<HypervisorConnection> Listing = new Listing<HypervisorConnection>(c => c.Uid, "name")
        .By("name", c => c.NameKey)
        .By("region", c => c.Region)
        .By("accountId", c => c.AccountId)
        .By("createTime", c => c.CreatedAt);

    public static Permission Permission => Permission.Read;

    /// <param name="name">Only those of this name; <c>*</c> stands for any characters.</param>
    /// <exception cref="Errors.DarkroomException">InvalidRequest, ValueOutOfRange, ValueTooLong, ControlCharacter.</exception>
    public Task<Page<HypervisorConnectionDto>> HandleAsync(Caller caller, string? name, ListRequest list, CancellationToken ct) =>
        runner.ReadAsync<ListConnections, Page<HypervisorConnectionDto>>(caller, db =>
        {
            var connections = db.Connections.AsQueryable();
            if (Wildcard.Read(name, "name") is { } pattern)
            {
                connections = connections.Where(c => EF.Functions.Like(c.NameKey, pattern, Wildcard.Escape));
            }

            return Listing.PageAsync<HypervisorConnectionDto>(
                connections, list, page => Task.FromResult<IReadOnlyList<HypervisorConnectionDto>>([.. page.Select(c => c.ToDto())]), ct);
        }, ct);
}
