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
    private Action? _whenAccepted;

    /// <param name="whenAccepted">Runs once, when the server has answered a call and taken the token.</param>
    internal ConnectedServer(DarkroomClient client, ServerChoice choice, Action? whenAccepted = null)
    {
        Client = client;
        _choice = choice;
        _whenAccepted = whenAccepted;
    }

    public DarkroomClient Client { get; }

    public Uri Address => _choice.Server;

    /// <summary>What the address was taken from.</summary>
    public string AddressFrom => _choice.AddressFrom;

    /// <summary>Makes a call, and takes note when its answer shows that this is the right server with the right token.</summary>
    internal T Ask<T>(Func<T> call)
    {
        try
        {
            var answer = call();
            Accept();
            return answer;
        }
        catch (DarkroomProblemException e) when (Explain(e) is null)
        {
            Accept();
            throw;
        }
    }

    private void Accept()
    {
        _whenAccepted?.Invoke();
        _whenAccepted = null;
    }

    /// <summary>
    /// What a failed call says about the server itself: it can't be reached, isn't one of ours, or doesn't take the token. Every further call would
    /// fail the same way. Null where the failure is about what was asked for.
    /// </summary>
    public ModuleException? Explain(Exception failure) => failure switch
    {
        DarkroomProblemException { Status: (int)HttpStatusCode.Unauthorized, Code: not "UnexpectedAnswer" } =>
            SessionErrors.TokenRefused.With(Address, _choice.TokenFrom, _choice.TokenIsChangedBy),
        DarkroomProblemException { Code: "UnexpectedAnswer" } or JsonException or NotSupportedException =>
            SessionErrors.NotDarkroom.With(Address, _choice.AddressFrom, failure.Message, _choice.AddressIsChangedBy),
        InterruptedChangeException => SessionErrors.ChangeInterrupted.With(Address, Innermost(failure)),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            SessionErrors.NotSecure.With(Address, _choice.AddressFrom, Innermost(failure)),
        HttpRequestException or IOException => SessionErrors.Unreachable.With(Address, _choice.AddressFrom, Innermost(failure), _choice.AddressIsChangedBy),
        TaskCanceledException { InnerException: TimeoutException } => SessionErrors.NoAnswer.With(Address),
        _ => null,
    };

    private static string Innermost(Exception failure) => failure.GetBaseException().Message;
}
