using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Darkroom.Core.Operations;

/// <summary>
/// Names and tokens of what a step makes: derived from operation, step and attempt, never random, so that a repeat
/// after a crash says the same and a Retry says something new.
/// </summary>
public static class Reference
{
    /// <summary><c>dr-</c> and 24 hex digits: fits every name, tag and token of the cloud.</summary>
    public static string Of(Guid operationId, string step, int attempt) => "dr-" + Digest(operationId, step, attempt)[..24];

    /// <summary>32 hex digits that nothing baked into an image can know.</summary>
    public static string Nonce(Guid operationId, int attempt) => Digest(operationId, "nonce", attempt)[..32];

    private static string Digest(Guid operationId, string step, int attempt) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{operationId:D}/{step}/{attempt}"))));
}
