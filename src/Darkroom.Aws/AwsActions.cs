namespace Darkroom.Aws;

/// <summary>
/// Every action that the adapter calls, as IAM spells it. It names the call's token bucket, the permission that an
/// error asks for and the line in policies/darkroom-policy.json, which a test compares with this list.
/// </summary>
internal static class AwsActions
{
    public const string GetCallerIdentity = "sts:GetCallerIdentity";
    public const string AssumeRole = "sts:AssumeRole";
    public const string DescribeKey = "kms:DescribeKey";
    public const string GetAccountSummary = "iam:GetAccountSummary";
    public const string GetRole = "iam:GetRole";
    public const string SimulatePrincipalPolicy = "iam:SimulatePrincipalPolicy";
    public const string GetServiceQuota = "servicequotas:GetServiceQuota";
    public const string GetDefaultServiceQuota = "servicequotas:GetAWSDefaultServiceQuota";

    public const string DescribeAvailabilityZones = "ec2:DescribeAvailabilityZones";
    public const string DescribeImages = "ec2:DescribeImages";
    public const string DescribeInstanceAttribute = "ec2:DescribeInstanceAttribute";
    public const string DescribeInstanceCreditSpecifications = "ec2:DescribeInstanceCreditSpecifications";
    public const string DescribeInstances = "ec2:DescribeInstances";
    public const string DescribeInstanceTypeOfferings = "ec2:DescribeInstanceTypeOfferings";
    public const string DescribeInstanceTypes = "ec2:DescribeInstanceTypes";
    public const string DescribeKeyPairs = "ec2:DescribeKeyPairs";
    public const string DescribeLaunchTemplates = "ec2:DescribeLaunchTemplates";
    public const string DescribeLaunchTemplateVersions = "ec2:DescribeLaunchTemplateVersions";
    public const string DescribeNetworkInterfaces = "ec2:DescribeNetworkInterfaces";
    public const string DescribeSecurityGroups = "ec2:DescribeSecurityGroups";
    public const string DescribeSnapshots = "ec2:DescribeSnapshots";
    public const string DescribeSubnets = "ec2:DescribeSubnets";
    public const string DescribeVolumes = "ec2:DescribeVolumes";
    public const string DescribeVpcs = "ec2:DescribeVpcs";
    public const string GetConsoleOutput = "ec2:GetConsoleOutput";

    public const string CreateImage = "ec2:CreateImage";
    public const string CreateSecurityGroup = "ec2:CreateSecurityGroup";
    public const string CreateTags = "ec2:CreateTags";
    public const string DeleteNetworkInterface = "ec2:DeleteNetworkInterface";
    public const string DeleteSecurityGroup = "ec2:DeleteSecurityGroup";
    public const string DeleteSnapshot = "ec2:DeleteSnapshot";
    public const string DeleteVolume = "ec2:DeleteVolume";
    public const string DeregisterImage = "ec2:DeregisterImage";
    public const string ModifyImageAttribute = "ec2:ModifyImageAttribute";
    public const string RevokeSecurityGroupEgress = "ec2:RevokeSecurityGroupEgress";
    public const string RevokeSecurityGroupIngress = "ec2:RevokeSecurityGroupIngress";
    public const string RunInstances = "ec2:RunInstances";
    public const string TerminateInstances = "ec2:TerminateInstances";
}

/// <summary>Actions that AWS asks of the caller on the way of a call of ours; Darkroom never calls them itself. The policy file has them too.</summary>
internal static class ActionsOnTheWay
{
    /// <summary>Of a launch with an instance profile.</summary>
    public const string PassRole = "iam:PassRole";

    /// <summary>Of a launch with volumes under a key of one's own (EBS user guide, permissions for encryption).</summary>
    public static readonly IReadOnlyList<string> EncryptedVolumes =
    [
        "kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    public static IEnumerable<string> All => [PassRole, .. EncryptedVolumes];
}
