using System.Buffers.Text;
using System.Security.Cryptography;
using Darkroom.Contracts.Access;

namespace Darkroom.Core.Access;

/// <summary>
/// One-time links into Studio. They live for minutes and in this process alone, so a restart takes them along; of a code only its hash is
/// kept. A link leads to a token, and is worth nothing once that is revoked.
/// </summary>
/// <param name="time">Real time: whoever follows a link lives in it, however fast a simulated cloud runs.</param>
public sealed class SignInLinks(TimeProvider time)
{
    /// <summary>Path of a link, without its code.</summary>
    public const string PathPrefix = "/sign-in/";

    /// <summary>How long a link waits to be followed.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Links of one token that wait at once; a further one takes the place of the oldest.</summary>
    public const int MostWaiting = 20;

    private readonly Lock _lock = new();
    private readonly List<Waiting> _waiting = [];

    /// <summary>Makes a link that signs in as the bearer of a token.</summary>
    /// <param name="tokenHash">Hash of the token, see <see cref="TokenText.HashOf"/>.</param>
    public SignInLinkDto Make(string tokenHash)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var link = new Waiting(TokenText.HashOf(code), tokenHash, time.GetUtcNow() + Lifetime);
        lock (_lock)
        {
            DropExpired();
            if (_waiting.Count(w => w.TokenHash == tokenHash) >= MostWaiting)
            {
                _waiting.RemoveAt(_waiting.FindIndex(w => w.TokenHash == tokenHash));
            }

            _waiting.Add(link);
        }

        return new SignInLinkDto { Path = PathPrefix + code, ExpiresAt = link.Until };
    }

    /// <summary>Uses a link up. Null when there is none with this code: never made, used already, or too old.</summary>
    /// <returns>Hash of the token that it leads to.</returns>
    public string? Redeem(string code)
    {
        var hash = TokenText.HashOf(code);
        lock (_lock)
        {
            DropExpired();
            var index = _waiting.FindIndex(w => w.CodeHash == hash);
            if (index < 0)
            {
                return null;
            }

            var token = _waiting[index].TokenHash;
            _waiting.RemoveAt(index);
            return token;
        }
    }

    private void DropExpired()
    {
        var now = time.GetUtcNow();
        _waiting.RemoveAll(w => w.Until <= now);
    }

    private sealed record Waiting(string CodeHash, string TokenHash, DateTimeOffset Until);
}
