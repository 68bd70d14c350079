using Darkroom.Contracts.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Access;

/// <summary>Lists the tokens, revoked ones too, in the order they were made.</summary>
public sealed class ListAccessTokens(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    public Task<IReadOnlyList<AccessTokenDto>> ExecuteAsync(Caller caller, CancellationToken ct) =>
        runner.ReadAsync<ListAccessTokens, IReadOnlyList<AccessTokenDto>>(
            caller,
            async db => [.. (await db.AccessTokens.OrderBy(t => t.CreatedAt).ThenBy(t => t.Uid).ToListAsync(ct)).Select(t => t.ToDto())],
            ct);
}
