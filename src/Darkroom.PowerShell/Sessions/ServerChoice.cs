using Darkroom.Client;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Sessions;

/// <summary>Which server a call goes to, with which token, and who said so.</summary>
/// <param name="AddressFrom">For errors: what the address was taken from.</param>
/// <param name="TokenFrom">For errors: what the token was taken from.</param>
internal sealed record ServerChoice(Uri Server, string Token, string AddressFrom, string TokenFrom)
{
    private const string UrlVariable = "DARKROOM_URL";
    private const string TokenVariable = "DARKROOM_TOKEN";
    private const string AddressParameter = "-AdminAddress";
    private const string TokenParameter = "-BearerToken";

    /// <summary>For remedies: what names another server. A variable doesn't once the parameter has been given.</summary>
    public string AddressIsChangedBy => IsFrom(AddressFrom, AddressParameter) ? AddressParameter : $"{AddressParameter} or {UrlVariable}";

    /// <summary>For remedies: what gives another token. One that is kept for a server is replaced where its address is given along.</summary>
    public string TokenIsChangedBy => TokenFrom == TokenParameter ? TokenParameter
        : IsFrom(TokenFrom, TokenParameter) ? $"{AddressParameter} and {TokenParameter}"
        : $"{TokenParameter} or {TokenVariable}";

    /// <summary>
    /// The address: the parameter, the session's, DARKROOM_URL, the endpoint file of this machine. The token: the parameter, the one the session was given
    /// for this server, DARKROOM_TOKEN unless DARKROOM_URL names another server, the endpoint file's if it is this server's. So no token goes to a server
    /// that it wasn't meant for.
    /// </summary>
    /// <exception cref="ModuleException">No server or no token is known, or an address is malformed.</exception>
    public static ServerChoice Make(string? adminAddress, string? bearerToken, Uri? sessionServer, Func<Uri, string?> sessionToken)
    {
        var folder = DataFolders.Default;
        var local = LocalEndpoint.Read(folder);
        var localServer = local is not null && ServerAddress.TryParse(local.Url, out var here) ? here : null;
        Uri Named(string address, string from) => Parse(address, from) is var named && localServer is not null && IsSameHere(named, localServer) ? localServer : named;
        var url = Environment.GetEnvironmentVariable(UrlVariable) is { Length: > 0 } set ? set : null;

        // What isn't needed for this call may be malformed.
        var variable = url is not null && ServerAddress.TryParse(url, out _) ? Named(url, UrlVariable) : null;

        var (server, addressFrom) = adminAddress is { Length: > 0 } ? (Named(adminAddress, AddressParameter), AddressParameter)
            : sessionServer is not null ? (sessionServer, $"an earlier {AddressParameter}")
            : url is not null ? (variable ?? Parse(url, UrlVariable), UrlVariable)
            : local is not null ? (localServer ?? Parse(local.Url, $"{LocalEndpoint.FileName} in {folder}"), $"{LocalEndpoint.FileName} in {folder}")
            : throw SessionErrors.ServerUnknown.With(folder);

        // A token that was read from a file often brings a line's end along, which no header can have.
        var fromVariable = Environment.GetEnvironmentVariable(TokenVariable)?.Trim();
        var (token, tokenFrom) = bearerToken?.Trim() is { Length: > 0 } given ? (given, TokenParameter)
            : sessionToken(server) is { } known ? (known, $"an earlier {TokenParameter}")
            : fromVariable is { Length: > 0 } && (url is null || variable == server) ? (fromVariable, TokenVariable)
            : localServer == server ? (local!.Token, $"{LocalEndpoint.FileName} in {folder}")
            : throw SessionErrors.TokenUnknown.With(server);
        if (token.Any(sign => sign is <= ' ' or > '~')) throw SessionErrors.TokenMalformed.With(tokenFrom);
        return new ServerChoice(server, token, addressFrom, tokenFrom);
    }

    /// <summary>This machine's server under another of its names, such as localhost. It is then asked at the address that its file has.</summary>
    private static bool IsSameHere(Uri server, Uri local) =>
        server.IsLoopback && local.IsLoopback && (server.Scheme, server.Port, server.AbsolutePath) == (local.Scheme, local.Port, local.AbsolutePath);

    private static bool IsFrom(string from, string parameter) => from.EndsWith(parameter, StringComparison.Ordinal);

    private static Uri Parse(string address, string from) =>
        ServerAddress.TryParse(address, out var server) ? server
        : throw (address.Contains('@', StringComparison.Ordinal) ? SessionErrors.AddressWithUser.With(from) : SessionErrors.AddressMalformed.With(address, from));
}
