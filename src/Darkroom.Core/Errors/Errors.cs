namespace Darkroom.Core.Errors;

/// <summary>Errors that any request can meet.</summary>
[ErrorCatalogue]
public static class CommonErrors
{
    public static readonly ErrorDefinition InvalidRequest = new(
        "InvalidRequest", 400, "The request can't be read: {0}", "Correct the member it names and send the request again.");

    public static readonly ErrorDefinition ValueMissing = new(
        "ValueMissing", 400, "No value is given for {0}.", "Give one: it can't be left out.");

    public static readonly ErrorDefinition ValueTooLong = new(
        "ValueTooLong", 400, "{0} has {1} characters; at most {2} are allowed.", "Shorten {0}.");

    public static readonly ErrorDefinition ValueOutOfRange = new(
        "ValueOutOfRange", 400, "{0} is {1}; it must lie between {2} and {3}.", "Choose a value from {2} to {3}.");

    public static readonly ErrorDefinition NameInvalid = new(
        "InputNameInvalid", 400, "{0} '{1}' isn't a valid name: {2}", "Choose a name of one to 100 characters that can be seen, without the one that is named here.");

    public static readonly ErrorDefinition ControlCharacter = new(
        "ControlCharacter", 400, "{0} holds a control character: its character {1}.", "Remove the control character.");

    public static readonly ErrorDefinition CustomPropertiesMalformed = new(
        "CustomPropertiesMalformed", 400, "CustomProperties can't be read from its character {0} on: {1}",
        "Give the CustomProperties XML document, or pairs in the form Name,Value;Name,Value.");

    public static readonly ErrorDefinition MetadataTooMany = new(
        "MetadataTooMany", 400, "{0} has {1} entries; at most {2} are allowed.", "Keep at most {2} names beside one object.");

    public static readonly ErrorDefinition MetadataNameInvalid = new(
        "MetadataNameInvalid", 400, "A name in {0} {1}.", "Choose a name of one to 100 printable characters.");

    public static readonly ErrorDefinition MetadataNameTwice = new(
        "MetadataNameTwice", 400, "The names '{1}' in {0} differ in case alone.", "Give each name once; case doesn't count.");

    public static readonly ErrorDefinition NotFound = new(
        "UnknownObject", 404, "There is no {0} '{1}'.", "List the existing ones and check the name or uid.");

    public static readonly ErrorDefinition VersionMismatch = new(
        "VersionMismatch", 412, "The {0} '{1}' was changed since it was read.", "Read it again, and repeat the change if it still applies.");

    public static readonly ErrorDefinition PreconditionRequired = new(
        "PreconditionRequired", 428, "Changing or removing the {0} needs the ETag of the state that was read.",
        "Read it, and send its ETag in If-Match; If-Match: * takes any state.");

    public static readonly ErrorDefinition ConcurrentChange = new(
        "ConcurrentChange", 409, "Somebody else changed the same things at the same moment.", "Send the request again.");

    public static readonly ErrorDefinition IdempotencyKeyReused = new(
        "IdempotencyKeyReused", 422, "The Idempotency-Key was already used for another request.", "Use a new key for each new request.");

    public static readonly ErrorDefinition PermissionDenied = new(
        "PermissionDenied", 403, "{0} has the role {1}; {2} needs {3}.", "Ask an administrator for a token with the role {3}.");

    public static readonly ErrorDefinition Internal = new(
        "InternalError", 500, "Darkroom failed unexpectedly.", "Try again; if it stays, report the trace id with the server's log.");
}
