namespace Darkroom.Core.Hosting;

/// <summary>Encrypts what must be kept but never shown.</summary>
public interface ISecretProtector
{
    string Protect(string secret);

    string Unprotect(string protectedSecret);
}
