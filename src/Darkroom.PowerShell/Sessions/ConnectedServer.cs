using System.Net;
using System.Text.Json;
using Darkroom.Client;
using Darkroom.Client.Http;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Sessions;

/// <summary>A server and the client for it.</summary>
public sealed class ConnectedServer
{
    private readonly ServerChoice _choice;

    internal ConnectedServer(DarkroomClient client, ServerChoice choice)
    {
        Client = client;
        _choice = choice;
    }

    public DarkroomClient Client { get; }

    public Uri Address => _choice.Server;

    /// <summary>What the address was taken from.</summary>
    public string AddressFrom => _choice.AddressFrom;

    /// <summary>
    /// What a failed call says about the server itself: it can't be reached, isn't one of ours, or doesn't take the token. Every further call would
    /// fail the same way. Null where the failure is about what was asked for.
    /// </summary>
    public ModuleException? Explain(Exception failure) => failure switch
    {
        DarkroomProblemException { Status: (int)HttpStatusCode.Unauthorized, Code: not "UnexpectedAnswer" } =>
            SessionErrors.TokenRefused.With(Address, _choice.TokenFrom),
        DarkroomProblemException { Code: "UnexpectedAnswer" } or JsonException or NotSupportedException =>
            SessionErrors.NotDarkroom.With(Address, _choice.AddressFrom, failure.Message),
        InterruptedChangeException => SessionErrors.ChangeInterrupted.With(Address, Innermost(failure)),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            SessionErrors.NotSecure.With(Address, _choice.AddressFrom, Innermost(failure)),
        HttpRequestException or IOException => SessionErrors.Unreachable.With(Address, _choice.AddressFrom, Innermost(failure)),
        TaskCanceledException { InnerException: TimeoutException } => SessionErrors.NoAnswer.With(Address),
        _ => null,
    };

    private static string Innermost(Exception failure) => failure.GetBaseException().Message;
}
