using System.Net;
using System.Text.Json;
using Darkroom.Simulator.Tests.Http;

namespace Darkroom.Simulator.Tests.ServiceQuotas;

/// <summary>Service Quotas on the wire, for machines without the AWS CLI.</summary>
public class ServiceQuotasTests
{
    [Fact]
    public async Task A_quota_has_its_applied_value_and_its_default()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var applied = (await Ask(cloud, "GetServiceQuota", new { ServiceCode = "ec2", QuotaCode = "L-1216C47A" })).GetProperty("Quota");
        applied.GetProperty("Value").GetDouble().Should().Be(2000);
        applied.GetProperty("QuotaArn").GetString().Should().Be($"arn:aws:servicequotas:us-east-1:{SimulatedCloud.Account}:ec2/L-1216C47A");
        var usual = (await Ask(cloud, "GetAWSDefaultServiceQuota", new { ServiceCode = "ec2", QuotaCode = "L-1216C47A" })).GetProperty("Quota");
        usual.GetProperty("Value").GetDouble().Should().Be(5);
        usual.GetProperty("QuotaArn").GetString().Should().Be("arn:aws:servicequotas:us-east-1::ec2/L-1216C47A");
    }

    [Fact]
    public async Task A_list_comes_in_pages_of_the_size_asked_for()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var all = Codes(await Ask(cloud, "ListServiceQuotas", new { ServiceCode = "ebs" }));
        List<string?> paged = [];
        string? token = null;
        do
        {
            var page = await Ask(cloud, "ListServiceQuotas", new { ServiceCode = "ebs", MaxResults = 2, NextToken = token });
            paged.AddRange(Codes(page));
            token = page.TryGetProperty("NextToken", out var next) ? next.GetString() : null;
        }
        while (token is not null);
        paged.Should().Equal(all).And.OnlyHaveUniqueItems().And.HaveCount(5);
    }

    [Fact]
    public async Task A_managed_instance_quota_is_found_by_its_name()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        (await Ask(cloud, "ListServiceQuotas", new { ServiceCode = "workspaces-instances" })).GetProperty("Quotas").EnumerateArray()
            .Single(quota => quota.GetProperty("QuotaName").GetString() == "Managed instances").GetProperty("Value").GetDouble().Should().Be(1000);
    }

    [Theory]
    [InlineData("GetServiceQuota", """{"ServiceCode":"ec2","QuotaCode":"L-NONE"}""", "NoSuchResourceException")]
    [InlineData("GetServiceQuota", """{"ServiceCode":"ec2"}""", "IllegalArgumentException")]
    [InlineData("GetServiceQuota", """{"ServiceCode":"ec2","QuotaCode":"L-1216C47A","ContextId":"*"}""", "IllegalArgumentException")]
    [InlineData("ListServiceQuotas", """{"ServiceCode":"none"}""", "NoSuchResourceException")]
    [InlineData("ListServiceQuotas", """{"ServiceCode":"ebs","MaxResults":101}""", "IllegalArgumentException")]
    [InlineData("ListServiceQuotas", """{"ServiceCode":"ebs","NextToken":"bm90aGluZw=="}""", "InvalidPaginationTokenException")]
    [InlineData("DeleteServiceQuota", "{}", "UnknownOperationException")]
    public async Task A_question_that_makes_no_sense_is_refused_with_the_reason(string operation, string body, string error)
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var (status, answer) = await SendAsync(cloud, "administrator", operation, body);
        (status, answer.GetProperty("__type").GetString()).Should().Be((HttpStatusCode.BadRequest, error));
    }

    [Fact]
    public async Task Reading_a_quota_needs_the_permission()
    {
        var world = DemoWorld.With(users => users.Add(DemoWorld.User("no-quotas", 96, "ec2:*")));
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { WorldJson = world });
        var (_, answer) = await SendAsync(cloud, "no-quotas", "GetServiceQuota", """{"ServiceCode":"ec2","QuotaCode":"L-1216C47A"}""");
        answer.GetProperty("__type").GetString().Should().Be("AccessDeniedException");
        answer.GetProperty("Message").GetString().Should().Contain("servicequotas:GetServiceQuota");
    }

    private static async Task<JsonElement> Ask(SimulatedCloud cloud, string operation, object body)
    {
        var (status, answer) = await SendAsync(cloud, "administrator", operation, JsonSerializer.Serialize(body));
        status.Should().Be(HttpStatusCode.OK);
        return answer;
    }

    private static Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(SimulatedCloud cloud, string principal, string operation, string body) =>
        SignedQuery.SendJsonAsync(cloud, cloud.Keys(principal, SimulatedCloud.Account), "servicequotas", SimulatedCloud.Region, "ServiceQuotasV20190624." + operation, body);

    private static IEnumerable<string?> Codes(JsonElement page) =>
        page.GetProperty("Quotas").EnumerateArray().Select(quota => quota.GetProperty("QuotaCode").GetString());
}
