using System.Text.Json;
using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Iam;

/// <summary>Roles: those of the world, and the service-linked one that WorkSpaces Instances needs and an account may not have yet.</summary>
internal static class RoleOperations
{
    private const string WorkSpacesInstances = "workspaces-instances.amazonaws.com";

    public static IEnumerable<XElement?> Get(AwsCall call)
    {
        var name = call.Parameters.Required("RoleName");
        return [Members(call.Account.Roles.Find(role => role.Name == name)
            ?? throw new AwsException("NoSuchEntity", $"The role with name {name} cannot be found.", 404))];
    }

    public static IEnumerable<XElement?> CreateServiceLinked(AwsCall call)
    {
        var service = call.Parameters.Required("AWSServiceName");
        if (service != WorkSpacesInstances)
            throw new AwsException("InvalidInput", $"{service} has no service-linked role in this simulation.");
        var role = WorkSpacesInstancesRole(call);
        return call.Account.TryAdd(role) ? [Members(role)] : throw new AwsException("InvalidInput",
            $"Service role name {role.Name} has been taken in this account, please try a different suffix.");
    }

    private static Role WorkSpacesInstancesRole(AwsCall call)
    {
        const string name = "AWSServiceRoleForWorkSpacesInstances";
        const string path = $"/aws-service-role/{WorkSpacesInstances}/";
        const string trust = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{WorkSpacesInstances}}"},"Action":"sts:AssumeRole"}]}""";
        const string policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*"}]}""";
        return new(call.Account.Id, name, $"arn:aws:iam::{call.Account.Id}:role{path}{name}", "AROA" + call.Simulation.Ids.Hex(16).ToUpperInvariant(),
            PolicyDocument.Read(Json(policy)), TrustPolicy.Read(Json(trust)), trust, path, call.Region.Now);
    }

    private static XElement Members(Role role) => Xml.Structure("Role",
        Xml.Member("Path", role.Path), Xml.Member("RoleName", role.Name), Xml.Member("RoleId", role.RoleId), Xml.Member("Arn", role.Arn),
        Xml.Member("CreateDate", role.CreatedAt), Xml.Member("AssumeRolePolicyDocument", Uri.EscapeDataString(role.TrustText)),
        Xml.Member("MaxSessionDuration", 3600));

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
