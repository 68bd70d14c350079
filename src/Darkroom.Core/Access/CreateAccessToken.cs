using Darkroom.Contracts.Access;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Access;

/// <summary>Makes a bearer token.</summary>
public sealed class CreateAccessToken(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <exception cref="DarkroomException">ValueMissing, ValueTooLong, ControlCharacter, TokenNameTaken.</exception>
    public Task<CreatedAccessTokenDto> ExecuteAsync(Caller caller, CreateAccessTokenRequest request, CancellationToken ct)
    {
        // The reply of a keyed change is kept in the database, and this one holds a secret.
        var unkeyed = caller with { IdempotencyKey = null };
        return runner.ChangeAsync<CreateAccessToken, CreatedAccessTokenDto>(unkeyed, request, change => Make(change, request, ct), ct);
    }

    private static async Task<CreatedAccessTokenDto> Make(Change change, CreateAccessTokenRequest request, CancellationToken ct)
    {
        Check(request);
        if (await change.Db.AccessTokens.AnyAsync(t => t.Name == request.Name && t.RevokedAt == null, ct))
        {
            throw AccessErrors.TokenNameTaken.With(request.Name).On("name").AsException();
        }

        var text = TokenText.Make();
        var token = new AccessToken { Name = request.Name, Role = request.Role, Hash = TokenText.HashOf(text), CreatedAt = change.Now };
        change.Db.AccessTokens.Add(token);
        var dto = token.ToDto();
        change.Audit("AccessToken", token.Uid, token.Name, null, dto);
        return new CreatedAccessTokenDto { AccessToken = dto, Token = text };
    }

    private static void Check(CreateAccessTokenRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Name))
        {
            throw CommonErrors.ValueMissing.With("name").On("name").AsException();
        }

        if (request.Name.Length > NameRules.MaxLength)
        {
            throw CommonErrors.ValueTooLong.With("name", request.Name.Length, NameRules.MaxLength).On("name").AsException();
        }

        var control = request.Name.AsSpan().IndexOfAnyInRange('\0', '\u001f');
        if (control >= 0)
        {
            throw CommonErrors.ControlCharacter.With("name", control + 1).On("name").AsException();
        }
    }
}
