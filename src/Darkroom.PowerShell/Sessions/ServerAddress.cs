using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Darkroom.PowerShell.Sessions;

/// <summary>
/// Reads what an administrator calls a server's address: a host, a host with its port, or a URL. Without a scheme it is HTTP on this machine and HTTPS
/// elsewhere, since a server refuses plain HTTP there; without a port it is the port a server takes unless told otherwise.
/// </summary>
public static class ServerAddress
{
    /// <summary>Where a server listens unless told otherwise.</summary>
    public const int DefaultPort = 7420;

    /// <summary>Reads an address; false when it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? server)
    {
        ArgumentNullException.ThrowIfNull(text);
        server = null;
        text = text.Trim();
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate("https://" + Bracketed(text), UriKind.Absolute, out var bare) && IsHostAndPort(bare, text) && TryComplete(bare, out server);
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length > 0 || url.Fragment.Length > 0
            || url.UserInfo.Length > 0)
        {
            return false;
        }

        server = url.AbsolutePath.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");
        return true;
    }

    private static bool TryComplete(Uri bare, out Uri server)
    {
        // A port that was written is told from HTTPS's own only by the text: the parser drops the latter.
        var port = bare.OriginalString.EndsWith(":443", StringComparison.Ordinal) ? 443 : bare.IsDefaultPort ? DefaultPort : bare.Port;
        server = new UriBuilder(bare.IsLoopback ? "http" : "https", bare.Host, port).Uri;
        return true;
    }

    private static bool IsHostAndPort(Uri bare, string text) =>
        bare.AbsolutePath == "/" && !text.EndsWith('/') && bare.Query.Length == 0 && bare.Fragment.Length == 0 && bare.UserInfo.Length == 0;

    /// <summary>An IPv6 address alone has colons that aren't a port's.</summary>
    private static string Bracketed(string text) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 && text[0] != '[' ? $"[{text}]" : text;
}
