using Darkroom.Simulator.Iam;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Http;

/// <summary>One authenticated call on its way to its service.</summary>
internal sealed class AwsCall(Simulation simulation, Principal principal, string regionName, AwsRequest request)
{
    public Simulation Simulation { get; } = simulation;

    public Principal Principal { get; } = principal;

    public Account Account { get; } = simulation.Accounts[principal.AccountId];

    /// <summary>The Region the request was signed for; only some services mind.</summary>
    public string RegionName { get; } = regionName;

    public string Service => request.Service;

    public string Action => request.Action;

    public QueryNode Parameters => request.Parameters;

    public string RequestId => request.RequestId;

    /// <summary>The parameters by their names on the wire.</summary>
    public IReadOnlyDictionary<string, string> Flat => request.Flat;

    /// <summary>The caller's account in the Region the request was signed for.</summary>
    public RegionState Region { get; } = simulation.Accounts[principal.AccountId].Regions.GetValueOrDefault(regionName)
        ?? throw new AwsException("AuthFailure", $"Credential should be scoped to a valid Region, '{regionName}' is not one.", 401);

    /// <summary>Ends the call unless its principal may do this.</summary>
    /// <exception cref="AccessRefusedException">It may not.</exception>
    public void Demand(string permission)
    {
        if (Principal.Policy.Decide(permission) is var decision and not Decision.Allowed)
            throw new AccessRefusedException(Principal.Arn, permission, decision);
    }
}
