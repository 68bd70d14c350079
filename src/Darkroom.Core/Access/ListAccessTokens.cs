using Darkroom.Contracts.Access;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Access;

/// <summary>Lists the tokens, revoked ones too; never the tokens themselves.</summary>
public sealed class ListAccessTokens(UseCaseRunner runner) : IUseCase
{
    private static readonly Listing<AccessToken> Listing = new Listing<AccessToken>(t => t.Uid, "createdAt")
        .By("createdAt", t => t.CreatedAt)
        .By("name", t => t.NameKey);

    public static Permission Permission => Permission.ManageHosting;

    /// <exception cref="DarkroomException">ValueOutOfRange, InvalidRequest.</exception>
    public Task<Page<AccessTokenDto>> HandleAsync(Caller caller, ListRequest request, CancellationToken ct) =>
        runner.ReadAsync<ListAccessTokens, Page<AccessTokenDto>>(
            caller,
            db => Listing.PageAsync(db.AccessTokens, request, rows => Task.FromResult<IReadOnlyList<AccessTokenDto>>([.. rows.Select(t => t.ToDto())]), ct),
            ct);
}
