using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>No server, the wrong one, or one that doesn't take the token.</summary>
public static class SessionErrors
{
    public static readonly ModuleError AddressMalformed = new(
        "AdminAddressMalformed", ErrorCategory.InvalidArgument, "'{0}', from {1}, is no address of a server.",
        "Give a host (darkroom.example.com), a host with its port (darkroom.example.com:7420), or a URL (https://darkroom.example.com:7420).");

    /// <summary>The address isn't repeated: there may be a password in it.</summary>
    public static readonly ModuleError AddressWithUser = new(
        "AdminAddressMalformed", ErrorCategory.InvalidArgument, "The address from {0} has a user name or a password in it.",
        "Leave out what is before the '@'; a token is given with -BearerToken or DARKROOM_TOKEN.");

    public static readonly ModuleError ServerUnknown = new(
        "ServerUnknown", ErrorCategory.ObjectNotFound, "No server is known: there is no -AdminAddress, no DARKROOM_URL, and no endpoint file in {0}.",
        "Start a server on this machine with 'darkroom serve', or say where one is: -AdminAddress and -BearerToken, or DARKROOM_URL and DARKROOM_TOKEN.");

    public static readonly ModuleError TokenUnknown = new(
        "TokenUnknown", ErrorCategory.AuthenticationError, "No token is known for the server {0}.",
        "Give -BearerToken, or set DARKROOM_TOKEN; 'darkroom token create' on the server's machine makes one. A token is sent only to the server it was given for.");

    public static readonly ModuleError TokenMalformed = new(
        "TokenMalformed", ErrorCategory.InvalidArgument, "The token from {0} has characters that no token has.",
        "Give the token as 'darkroom token create' printed it: letters, digits and signs of ASCII, without blanks.");

    public static readonly ModuleError TraceMalformed = new(
        "TraceContextMalformed", ErrorCategory.InvalidArgument, "-{0} has characters that can't be sent in a header.",
        "Give one line of ASCII characters, as W3C Trace Context has it.");

    public static readonly ModuleError TokenRefused = new(
        "Unauthenticated", ErrorCategory.AuthenticationError, "The server {0} doesn't take the token from {1}.",
        "Give a valid one with {2}. 'darkroom token create' on the server's machine makes one; a revoked one isn't taken again.");

    public static readonly ModuleError Unreachable = new(
        "ServerUnreachable", ErrorCategory.ConnectionError, "The server {0}, from {1}, can't be reached: {2}",
        "Check that it runs ('darkroom serve') and that the address is right; another is given with {3}.");

    public static readonly ModuleError NotSecure = new(
        "ServerNotTrusted", ErrorCategory.SecurityError, "No secure connection to the server {0}, from {1}, could be made: {2}",
        "Check that the server speaks TLS at this address and that this machine trusts its certificate.");

    public static readonly ModuleError ChangeInterrupted = new(
        "ChangeInterrupted", ErrorCategory.ConnectionError, "The connection to the server {0} broke twice while a change was asked for: {1}",
        "The change may have been made: look at what it is about before it is asked for again.");

    public static readonly ModuleError NoAnswer = new(
        "ServerNotAnswering", ErrorCategory.OperationTimeout, "The server {0} hasn't answered in time.",
        "Check the server and what lies on the way to it, then try again. What was asked for may have been done.");

    public static readonly ModuleError NotDarkroom = new(
        "UnexpectedAnswer", ErrorCategory.InvalidResult, "What answers at {0}, from {1}, isn't a Darkroom server, or not of this version: {2}",
        "Check the address; another is given with {3}.");
}
