using System.Text.Json.Nodes;
using Darkroom.Core.Hosting;
using Darkroom.Simulator;

namespace Darkroom.Server.Tests.Images;

/// <summary>The demo world, in which nearly everything that a preparation needs is missing in the account 111122223333.</summary>
internal static class FaultyWorld
{
    public const string FullSubnet = "subnet-0fa417000000000b1";
    public const string DisabledKey = "arn:aws:kms:us-east-1:111122223333:key/5c0ffee0-da4c-4000-8000-0000000000d1";
    public const string ForeignKey = "arn:aws:kms:eu-west-1:111122223333:key/5c0ffee0-da4c-4000-8000-0000000000e1";

    /// <summary>A key that isn't there, which hides nothing of the others.</summary>
    public const string LostKey = "arn:aws:kms:us-east-1:111122223333:key/5c0ffee0-da4c-4000-8000-00000000dead";

    /// <summary>Names a size that the zone b doesn't offer, and the three keys.</summary>
    public const string Profile = "/faulty (lt-0fa41700000000001).launchtemplate/lt-0fa41700000000001 (1).launchtemplateversion";

    /// <summary>A user who may do everything but use keys.</summary>
    public const string KeylessAccessKey = "AKIADARKROOMTEST0002";
    public const string KeylessSecret = "darkroom/demo/not/a/secret/key/of/us0098";

    public static string Json()
    {
        using var demo = typeof(SimulatorServer).Assembly.GetManifestResourceStream("worlds/demo.json")!;
        var world = JsonNode.Parse(demo)!;
        var account = world["accounts"]![0]!;
        var users = account["users"]!.AsArray();
        users.Single(user => (string?)user!["name"] == "darkroom")!.AsObject().Remove("policyFile");
        users.Single(user => (string?)user!["name"] == "darkroom")!["policy"] = JsonNode.Parse(
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "Action": "ec2:CreateImage", "Resource": "*"}]}
            """);
        users.Add(JsonNode.Parse(
            $$$"""
            {"name": "keyless", "accessKeyId": "{{{KeylessAccessKey}}}", "secretAccessKey": "{{{KeylessSecret}}}", "policy": {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": ["ec2:*", "iam:*", "sts:*", "servicequotas:*", "kms:DescribeKey"], "Resource": "*"}]}}
            """));
        var roles = account["roles"]!.AsArray();
        roles.Remove(roles.Single(role => (string?)role!["name"] == "AWSServiceRoleForWorkSpacesInstances"));
        var region = account["regions"]!["us-east-1"]!;
        region["quotas"] = JsonNode.Parse("""{"ec2": {"L-1216C47A": 2000, "L-DB2E81BA": 3, "L-B665C33B": 2}, "ebs": {"L-309BACF6": 1, "L-7A658B76": 0.01}, "vpc": {"L-DF5E4CA3": 4}}""");
        region["subnets"]!.AsArray().Add(JsonNode.Parse(
            $$$"""{"id": "{{{FullSubnet}}}", "vpc": "vpc-0da4c0000000000a1", "zone": "us-east-1b", "cidr": "192.168.240.0/29"}"""));
        foreach (var n in Enumerable.Range(1, 3))
        {
            region["instances"]!.AsArray().Add(JsonNode.Parse(
                $$$"""{"id": "i-0fa4170000000000{{{n}}}", "launch": {"ImageId": "ami-00123456789abcdef", "InstanceType": "t3.small", "SubnetId": "{{{FullSubnet}}}"}}"""));
        }

        region["launchTemplates"]!.AsArray().Add(JsonNode.Parse(
            $$$"""
            {"id": "lt-0fa41700000000001", "name": "faulty", "versions": [{"data": {
              "InstanceType": "g4dn.xlarge",
              "BlockDeviceMappings": [
                {"DeviceName": "xvdc", "Ebs": {"VolumeSize": 10, "VolumeType": "gp3", "Encrypted": true, "KmsKeyId": "{{{LostKey}}}"}},
                {"DeviceName": "/dev/sda1", "Ebs": {"VolumeSize": 80, "VolumeType": "gp3", "Encrypted": true, "KmsKeyId": "{{{DisabledKey}}}"}},
                {"DeviceName": "xvdb", "Ebs": {"VolumeSize": 10, "VolumeType": "gp3", "Encrypted": true, "KmsKeyId": "{{{ForeignKey}}}"}}],
              "MetadataOptions": {"HttpTokens": "required"} } }]}
            """));
        return world.ToJsonString();
    }

    /// <summary>In the zone b, with a subnet that has no address left.</summary>
    public static HostingUnit UnitOf(HypervisorConnection connection) => new()
    {
        Name = $"Full {Guid.NewGuid():N}",
        ConnectionUid = connection.Uid,
        VpcId = "vpc-0da4c0000000000a1",
        VpcName = "Default VPC",
        AvailabilityZone = "us-east-1b",
        Subnets = [new(FullSubnet, "192.168.240.0/29")],
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
