using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2;

/// <summary>
/// One EC2 call. It runs while the Region is held, after rate limits, permission and dry run; what it gives are the members of the answer.
/// </summary>
/// <param name="Action">The call's name.</param>
/// <param name="Answer">The effect, and the answer's members.</param>
/// <param name="Required">Parameters without which the call is refused before anything else.</param>
internal sealed record Ec2Operation(string Action, Func<AwsCall, IEnumerable<XElement?>> Answer, params string[] Required)
{
    /// <summary>Further permissions that the call needs for what it was asked to do.</summary>
    public Func<AwsCall, IEnumerable<string>> Permissions { get; init; } = _ => [];

    /// <summary>What a dry run looks at beyond permissions.</summary>
    public Action<AwsCall>? Check { get; init; }

    public static bool OnlyReads(string action) =>
        action.StartsWith("Describe", StringComparison.Ordinal) || action.StartsWith("Get", StringComparison.Ordinal);

    /// <summary>The members of a change that answers with success and nothing else.</summary>
    public static IEnumerable<XElement?> Done() => [Xml.Member("return", true)];

    /// <summary>Tags in the request need the permission to tag as well.</summary>
    public static IEnumerable<string> ToTag(AwsCall call) => call.Parameters.Items("TagSpecification").Count > 0 ? ["ec2:CreateTags"] : [];
}
