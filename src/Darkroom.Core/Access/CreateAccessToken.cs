using Darkroom.Contracts.Access;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Errors;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Access;

/// <summary>Makes a bearer token.</summary>
public sealed class CreateAccessToken(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <exception cref="DarkroomException">ValueMissing, ValueTooLong, ControlCharacter, TokenNameTaken.</exception>
    public Task<CreatedAccessTokenDto> HandleAsync(Caller caller, CreateAccessTokenRequest request, CancellationToken ct)
    {
        // The reply of a keyed change is kept in the database, and this one holds a secret.
        var unkeyed = caller with { IdempotencyKey = null };
        return runner.ChangeAsync<CreateAccessToken, CreatedAccessTokenDto>(unkeyed, request, change => Make(change, request, ct), ct);
    }

    private static async Task<CreatedAccessTokenDto> Make(Change change, CreateAccessTokenRequest request, CancellationToken ct)
    {
        var name = Input.Text(request.Name, "name", NameRules.MaxLength);
        var role = Input.Member(request.Role, "role");
        var key = NameKey.Of(name);
        if (await change.Db.AccessTokens.AnyAsync(t => t.NameKey == key && t.RevokedAt == null, ct))
        {
            throw AccessErrors.TokenNameTaken.With(name).On("name").AsException();
        }

        var text = TokenText.Make();
        var token = new AccessToken { Name = name, Role = role, Hash = TokenText.HashOf(text), CreatedAt = change.Now };
        change.Db.AccessTokens.Add(token);
        var dto = token.ToDto();
        change.Audit("AccessToken", token.Uid, token.Name, null, dto);
        return new CreatedAccessTokenDto { AccessToken = dto, Token = text };
    }
}
