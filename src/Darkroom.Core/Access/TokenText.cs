using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Darkroom.Core.Access;

/// <summary>How a token looks and how it is compared: 256 random bits, of which only the SHA-256 is kept.</summary>
public static class TokenText
{
    public static string Make() => "dr_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
