using System.Text;
using Darkroom.Core.Hosting;

namespace Darkroom.Core.Tests.Hosting;

/// <summary>Keeps secrets without a key.</summary>
internal sealed class PlainSecrets : ISecretProtector
{
    public string Protect(string secret) => Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));

    public string Unprotect(string protectedSecret) => Encoding.UTF8.GetString(Convert.FromBase64String(protectedSecret));
}
