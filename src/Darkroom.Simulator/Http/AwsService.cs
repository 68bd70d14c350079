namespace Darkroom.Simulator.Http;

/// <summary>One AWS service: what it answers and in which wire format.</summary>
internal abstract class AwsService
{
    /// <summary>The service's name in a signature's scope.</summary>
    public abstract string Name { get; }

    public abstract string ContentType { get; }

    /// <summary>Whether the call, when it succeeds, changes what there is.</summary>
    public virtual bool Changes(AwsCall call) => false;

    /// <summary>Answers a call, or throws the error that answers it.</summary>
    public abstract string Answer(AwsCall call);

    /// <summary>An error in the service's wire format.</summary>
    public abstract string Error(AwsException error, string requestId);

    /// <summary>What the service calls a missing permission.</summary>
    public abstract AwsException Refusal(AccessRefusedException refusal);

    /// <summary>What the service calls a caller it can't recognise.</summary>
    public abstract AwsException Unrecognised(AuthenticationFailure failure);
}

/// <summary>Why a caller isn't recognised.</summary>
internal enum AuthenticationFailure
{
    NotSigned,
    UnknownKey,
    WrongSignature,
    WrongToken,
    TooOldOrNew,
    TokenExpired,
}

/// <summary>A caller that isn't recognised.</summary>
internal sealed class AuthenticationException(AuthenticationFailure failure) : Exception(failure.ToString())
{
    public AuthenticationFailure Failure { get; } = failure;
}
