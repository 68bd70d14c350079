using System.Globalization;
using System.Xml.Linq;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.Iam;

namespace Darkroom.Simulator.Sts;

/// <summary>STS, version 2011-06-15: who am I, and temporary credentials of a role.</summary>
internal sealed class StsService() : AwsQueryService("https://sts.amazonaws.com/doc/2011-06-15/")
{
    private const int ShortestSession = 900;
    private const int LongestSession = 43_200;
    private const int UsualSession = 3_600;

    public override string Name => "sts";

    protected override IEnumerable<XElement?> Result(AwsCall call) => call.Action switch
    {
        "GetCallerIdentity" => Identity(call.Principal),
        "AssumeRole" => AssumeRole(call),
        _ => throw UnknownAction(call),
    };

    /// <summary>Needs no permission, even an explicit deny doesn't forbid it.</summary>
    private static IEnumerable<XElement?> Identity(Principal principal) =>
    [
        Xml.Member("Arn", principal.Arn), Xml.Member("UserId", principal.UserId), Xml.Member("Account", principal.AccountId),
    ];

    private static IEnumerable<XElement?> AssumeRole(AwsCall call)
    {
        var arn = call.Parameters.Required("RoleArn");
        var sessionName = call.Parameters.Required("RoleSessionName");
        var seconds = call.Parameters.Number("DurationSeconds") ?? UsualSession;
        if (seconds is < ShortestSession or > LongestSession)
            throw new AwsException("ValidationError", $"DurationSeconds must be from {ShortestSession} to {LongestSession}.");
        call.Demand("sts:AssumeRole");
        var role = call.Simulation.Accounts.Values.SelectMany(account => account.Roles).FirstOrDefault(role => role.Arn == arn);
        if (role is null || !role.Trust.Trusts(call.Principal, call.Parameters.Text("ExternalId")))
            throw new AwsException("AccessDenied", $"User: {call.Principal.Arn} is not authorized to perform: sts:AssumeRole on resource: {arn}", 403);
        var session = Begin(call, role, sessionName, TimeSpan.FromSeconds(seconds));
        return
        [
            Xml.Structure("Credentials",
                Xml.Member("AccessKeyId", session.AccessKeyId), Xml.Member("SecretAccessKey", session.SecretAccessKey),
                Xml.Member("SessionToken", session.Token), Xml.Member("Expiration", session.Expires)),
            Xml.Structure("AssumedRoleUser",
                Xml.Member("AssumedRoleId", session.Principal.UserId), Xml.Member("Arn", session.Principal.Arn)),
        ];
    }

    private static Session Begin(AwsCall call, Role role, string sessionName, TimeSpan duration)
    {
        var ids = call.Simulation.Ids;
        var principal = new Principal(role.AccountId, $"{role.Name}/{sessionName}",
            $"arn:aws:sts::{role.AccountId}:assumed-role/{role.Name}/{sessionName}", $"{role.RoleId}:{sessionName}", role.Policy);
        var session = new Session(principal, "ASIA" + ids.Hex(16).ToUpper(CultureInfo.InvariantCulture), ids.Hex(40), ids.Hex(120),
            call.Simulation.Clock.UtcNow + duration);
        call.Simulation.Sessions.Add(session);
        return session;
    }
}
