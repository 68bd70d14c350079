using Darkroom.Contracts.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Access;

/// <summary>Makes a token worthless from now on; revoking it again changes nothing.</summary>
public sealed class RevokeAccessToken(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <exception cref="DarkroomException">UnknownObject.</exception>
    public Task<AccessTokenDto> HandleAsync(Caller caller, Guid uid, CancellationToken ct) =>
        runner.ChangeAsync<RevokeAccessToken, AccessTokenDto>(
            caller,
            uid,
            async change =>
            {
                var token = await change.Db.AccessTokens.SingleOrDefaultAsync(t => t.Uid == uid, ct) ?? throw CommonErrors.NotFound.Raise("token", uid);
                if (token.RevokedAt is null)
                {
                    var before = token.ToDto();
                    token.RevokedAt = change.Now;
                    change.Audit("AccessToken", token.Uid, token.Name, before, token.ToDto());
                }

                return token.ToDto();
            },
            ct);
}
