using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2;

/// <summary>
/// A call's idempotency token. The same token with the same parameters leads to what was made before, with others to an error. It counts within
/// the Region, or within a zone when the request names one.
/// </summary>
internal sealed class ClientTokens
{
    private readonly Dictionary<string, TokenUse> uses;
    private readonly string? key;
    private readonly string parameters;

    private ClientTokens(Dictionary<string, TokenUse> uses, string? key, string parameters) => (this.uses, this.key, this.parameters) = (uses, key, parameters);

    public static ClientTokens Of(AwsCall call, string zone = "")
    {
        var token = call.Parameters.Text("ClientToken");
        if (token?.Length > 64)
            throw new AwsException("InvalidParameterValue", "ClientToken may not be longer than 64 characters.");
        var parameters = string.Join('&', call.Parameters.Flatten().Select(leaf => $"{leaf.Key}={leaf.Value}"));
        return new(call.Region.ClientTokens, token is null ? null : $"{call.Action}/{zone}/{token}", parameters);
    }

    /// <summary>What this token has led to already, if it was used.</summary>
    /// <exception cref="AwsException">IdempotentParameterMismatch: it was used for another request.</exception>
    public string? Earlier()
    {
        if (key is null || !uses.TryGetValue(key, out var use))
            return null;
        return use.Parameters == parameters ? use.ResultId : throw new AwsException("IdempotentParameterMismatch",
            "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).");
    }

    public void Remember(string resultId)
    {
        if (key is not null)
            uses[key] = new(parameters, resultId);
    }
}
