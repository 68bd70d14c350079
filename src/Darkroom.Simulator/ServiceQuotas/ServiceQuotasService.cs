using System.Text.Json.Nodes;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.ServiceQuotas;

/// <summary>Service Quotas in AWS JSON 1.1; the target's prefix is <c>ServiceQuotasV20190624</c>. Quotas are read here; the control endpoints set them.</summary>
internal sealed class ServiceQuotasService() : AwsJsonService("Message")
{
    private const int LargestPage = 100;

    public override string Name => "servicequotas";

    protected override JsonObject Result(AwsCall call)
    {
        Func<AwsCall, JsonObject> answer = call.Action switch
        {
            "GetServiceQuota" => call => One(call, Applied),
            "GetAWSDefaultServiceQuota" => call => One(call, Default),
            "ListServiceQuotas" => call => Page(call, "Quotas", OfService(call).Where(quota => WantedHere(call, quota)), quota => Applied(call, quota)),
            "ListAWSDefaultServiceQuotas" => call => Page(call, "Quotas", OfService(call), quota => Default(call, quota)),
            "ListServices" => call => Page(call, "Services", PublishedQuotas.Services, Service),
            _ => throw UnknownOperation(call),
        };
        call.Demand("servicequotas:" + call.Action);
        return answer(call);
    }

    private static JsonObject One(AwsCall call, Func<AwsCall, Quota, JsonObject> shown)
    {
        var (service, code) = (Required(call, "ServiceCode"), Required(call, "QuotaCode"));
        if (call.Parameters.Text("ContextId") is not null)
            throw new AwsException("IllegalArgumentException", $"The quota {code} applies to the account and not to a resource.");
        var quota = PublishedQuotas.Find(service, code) ?? throw NoSuchResource();
        return new() { ["Quota"] = shown(call, quota) };
    }

    private static IEnumerable<Quota> OfService(AwsCall call)
    {
        var service = Required(call, "ServiceCode");
        return PublishedQuotas.Services.ContainsKey(service) ? PublishedQuotas.All.Where(quota => quota.ServiceCode == service) : throw NoSuchResource();
    }

    /// <summary>All quotas here apply to the account, none to a single resource.</summary>
    private static bool WantedHere(AwsCall call, Quota quota) =>
        call.Parameters.Text("QuotaAppliedAtLevel") != "RESOURCE" && (call.Parameters.Text("QuotaCode") ?? quota.Code) == quota.Code;

    private static JsonObject Page<T>(AwsCall call, string name, IEnumerable<T> items, Func<T, JsonObject> shown)
    {
        var size = call.Parameters.Number("MaxResults") ?? LargestPage;
        if (size is < 1 or > LargestPage)
            throw new AwsException("IllegalArgumentException", $"MaxResults must be from 1 to {LargestPage}.");
        var start = call.Parameters.Text("NextToken") is not { } token ? 0
            : PageToken.Position(call, token) ?? throw new AwsException("InvalidPaginationTokenException", "The token is not valid for this call.");
        var rest = items.Skip(start).ToList();
        var page = new JsonObject { [name] = new JsonArray([.. rest.Take(size).Select(shown)]) };
        if (rest.Count > size)
            page["NextToken"] = PageToken.Of(call, start + size);
        return page;
    }

    private static JsonObject Applied(AwsCall call, Quota quota) =>
        Members(quota, call.Simulation.Quotas.Value(call.Region.AccountId, call.RegionName, quota), $"arn:aws:servicequotas:{call.RegionName}:{call.Region.AccountId}");

    private static JsonObject Default(AwsCall call, Quota quota) => Members(quota, quota.Default, $"arn:aws:servicequotas:{call.RegionName}:");

    private static JsonObject Members(Quota quota, double value, string arn) => new()
    {
        ["ServiceCode"] = quota.ServiceCode,
        ["ServiceName"] = PublishedQuotas.Services[quota.ServiceCode],
        ["QuotaArn"] = $"{arn}:{quota.ServiceCode}/{quota.Code}",
        ["QuotaCode"] = quota.Code,
        ["QuotaName"] = quota.Name,
        ["Value"] = value,
        ["Unit"] = "None",
        ["Adjustable"] = quota.Adjustable,
        ["GlobalQuota"] = false,
        ["QuotaAppliedAtLevel"] = "ACCOUNT",
    };

    private static JsonObject Service(KeyValuePair<string, string> service) => new() { ["ServiceCode"] = service.Key, ["ServiceName"] = service.Value };

    private static string Required(AwsCall call, string name) =>
        call.Parameters.Text(name) ?? throw new AwsException("IllegalArgumentException", $"{name} must be given.");

    private static AwsException NoSuchResource() => new("NoSuchResourceException", "The request failed because the specified service or quota does not exist.");
}
