using Darkroom.Core.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace Darkroom.Server.Composition;

/// <summary>Keeps secrets with the key ring of the data folder.</summary>
internal sealed class SecretProtector(IDataProtectionProvider provider) : ISecretProtector
{
    private readonly IDataProtector _protector = provider.CreateProtector("Darkroom.ConnectionSecrets.v1");

    public string Protect(string secret) => _protector.Protect(secret);

    public string Unprotect(string protectedSecret) => _protector.Unprotect(protectedSecret);
}
