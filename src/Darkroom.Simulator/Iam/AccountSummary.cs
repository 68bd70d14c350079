using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Iam;

/// <summary>The counters and quotas of GetAccountSummary. The account's id isn't among them.</summary>
internal static class AccountSummary
{
    private static readonly (string Key, int Value)[] Quotas =
    [
        ("UsersQuota", 5000), ("GroupsQuota", 300), ("RolesQuota", 1000), ("PoliciesQuota", 1500), ("InstanceProfilesQuota", 1000),
        ("ServerCertificatesQuota", 20), ("UserPolicySizeQuota", 2048), ("GroupPolicySizeQuota", 5120), ("RolePolicySizeQuota", 10240),
        ("PolicySizeQuota", 6144), ("AssumeRolePolicySizeQuota", 2048), ("GroupsPerUserQuota", 10), ("SigningCertificatesPerUserQuota", 2),
        ("AccessKeysPerUserQuota", 2), ("AttachedPoliciesPerGroupQuota", 10), ("AttachedPoliciesPerRoleQuota", 10),
        ("AttachedPoliciesPerUserQuota", 10), ("PolicyVersionsInUseQuota", 10000), ("VersionsPerPolicyQuota", 5), ("GlobalEndpointTokenVersion", 1),
        ("AccountMFAEnabled", 1), ("AccountAccessKeysPresent", 0), ("AccountPasswordPresent", 1), ("AccountSigningCertificatesPresent", 0),
    ];

    public static IEnumerable<XElement?> Answer(AwsCall call)
    {
        (string Key, int Value)[] counters =
        [
            ("Users", call.Account.Users.Count), ("Roles", call.Account.Roles.Count), ("Groups", 0), ("Policies", 0), ("PolicyVersionsInUse", 0),
            ("InstanceProfiles", 0), ("Providers", 0), ("ServerCertificates", 0), ("MFADevices", 0), ("MFADevicesInUse", 0),
        ];
        return
        [
            new XElement("SummaryMap", counters.Concat(Quotas).Select(entry =>
                Xml.Structure("entry", Xml.Member("key", entry.Key), Xml.Member("value", entry.Value)))),
        ];
    }
}
