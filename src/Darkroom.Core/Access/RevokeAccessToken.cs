using Darkroom.Contracts.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Access;

/// <summary>Makes a token worthless from now on; revoking it again changes nothing.</summary>
public sealed class RevokeAccessToken(UseCaseRunner runner, TokenLookup lookup) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <exception cref="DarkroomException">UnknownObject.</exception>
    public async Task<AccessTokenDto> HandleAsync(Caller caller, Guid uid, CancellationToken ct)
    {
        try
        {
            return await runner.ChangeAsync<RevokeAccessToken, AccessTokenDto>(caller, uid, change => RevokeAsync(change, uid, ct), ct);
        }
        finally
        {
            // Whatever became of the answer, the change may be committed.
            lookup.Forget();
        }
    }

    private static async Task<AccessTokenDto> RevokeAsync(Change change, Guid uid, CancellationToken ct)
    {
        var token = await change.Db.AccessTokens.SingleOrDefaultAsync(t => t.Uid == uid, ct) ?? throw CommonErrors.NotFound.Raise("token", uid);
        if (token.RevokedAt is null)
        {
            var before = token.ToDto();
            token.RevokedAt = change.Now;
            change.Audit("AccessToken", token.Uid, token.Name, before, token.ToDto());
        }

        return token.ToDto();
    }
}
