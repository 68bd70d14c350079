using Darkroom.Client;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Sessions;

/// <summary>Which server a call goes to, with which token, and who said so.</summary>
/// <param name="Address">What the address was taken from.</param>
/// <param name="TokenOrigin">What the token was taken from.</param>
internal sealed record ServerChoice(Uri Server, string Token, Origin Address, Origin TokenOrigin)
{
    private const string UrlVariable = "DARKROOM_URL";
    private const string TokenVariable = "DARKROOM_TOKEN";
    private const string AddressParameter = "-AdminAddress";
    private const string TokenParameter = "-BearerToken";

    /// <summary>For remedies: what names another server. A variable doesn't once the parameter has been given.</summary>
    public string AddressIsChangedBy => Address.Kind is OriginKind.Parameter or OriginKind.EarlierParameter ? AddressParameter : $"{AddressParameter} or {UrlVariable}";

    /// <summary>For remedies: what gives another token. One that is kept for a server is replaced where its address is given along.</summary>
    public string TokenIsChangedBy => TokenOrigin.Kind switch
    {
        OriginKind.Parameter => TokenParameter,
        OriginKind.EarlierParameter => $"{AddressParameter} and {TokenParameter}",
        _ => $"{TokenParameter} or {TokenVariable}",
    };

    /// <summary>For errors: what the address was taken from.</summary>
    public string AddressFrom => Address.Name;

    /// <summary>For errors: what the token was taken from.</summary>
    public string TokenFrom => TokenOrigin.Name;

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

        var file = new Origin(OriginKind.EndpointFile, $"{LocalEndpoint.FileName} in {folder}");
        var (server, addressFrom) = adminAddress is { Length: > 0 } ? (Named(adminAddress, AddressParameter), new Origin(OriginKind.Parameter, AddressParameter))
            : sessionServer is not null ? (sessionServer, new Origin(OriginKind.EarlierParameter, $"an earlier {AddressParameter}"))
            : url is not null ? (variable ?? Parse(url, UrlVariable), new Origin(OriginKind.Variable, UrlVariable))
            : local is not null ? (localServer ?? Parse(local.Url, file.Name), file)
            : throw SessionErrors.ServerUnknown.With(folder);

        // A token that was read from a file often brings a line's end along, which no header can have.
        var fromVariable = Environment.GetEnvironmentVariable(TokenVariable)?.Trim();
        var (token, tokenFrom) = bearerToken?.Trim() is { Length: > 0 } given ? (given, new Origin(OriginKind.Parameter, TokenParameter))
            : sessionToken(server) is { } known ? (known, new Origin(OriginKind.EarlierParameter, $"an earlier {TokenParameter}"))
            : fromVariable is { Length: > 0 } && (url is null || variable == server) ? (fromVariable, new Origin(OriginKind.Variable, TokenVariable))
            : localServer == server ? (local!.Token, file)
            : throw SessionErrors.TokenUnknown.With(server);
        if (token.Any(sign => sign is <= ' ' or > '~')) throw SessionErrors.TokenMalformed.With(tokenFrom.Name);
        return new ServerChoice(server, token, addressFrom, tokenFrom);
    }

    /// <summary>This machine's server under another of its names, such as localhost. It is then asked at the address that its file has.</summary>
    private static bool IsSameHere(Uri server, Uri local) =>
        server.IsLoopback && local.IsLoopback && (server.Scheme, server.Port, server.AbsolutePath) == (local.Scheme, local.Port, local.AbsolutePath);

    private static Uri Parse(string address, string from) =>
        ServerAddress.TryParse(address, out var server) ? server
        : throw (address.Contains('@', StringComparison.Ordinal) ? SessionErrors.AddressWithUser.With(from) : SessionErrors.AddressMalformed.With(address, from));
}

/// <summary>Who said something about the server.</summary>
/// <param name="Name">As errors name it.</param>
internal sealed record Origin(OriginKind Kind, string Name);

/// <summary>Where an address or a token may come from.</summary>
internal enum OriginKind { Parameter, EarlierParameter, Variable, EndpointFile }
