using Darkroom.Simulator.Iam;

namespace Darkroom.Simulator.Http;

/// <summary>A principal's policy doesn't allow what was asked; each service has its own code for that.</summary>
internal sealed class AccessRefusedException(string arn, string permission, Decision decision)
    : Exception($"User: {arn} is not authorized to perform: {permission} because "
        + (decision == Decision.ExplicitDeny ? "of an explicit deny in an identity-based policy" : $"no identity-based policy allows the {permission} action"));
