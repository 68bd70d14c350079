using System.Net.Http.Json;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Audit;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Audit;

public sealed class AuditRecordTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_sees_who_changed_what_and_what_it_was_before()
    {
        var made = await DefineAsync("audited");
        await fixture.Server.Operator.ImageDefinitions.UpdateAsync("audited", new UpdateImageDefinitionRequest { Description = "for the branches" }, ct: Ct);

        var records = (await ListAsync($"target={made.ImageDefinitionUid}")).Items;

        records.Select(record => record.Action).Should().Equal("UpdateImageDefinition", "CreateImageDefinition");
        records.Should().OnlyContain(record => record.TargetName == "audited" && record.User.StartsWith("Operator"));
        records[1].Before.Should().BeNull();
        records[0].Before!.Value.GetProperty("description").GetString().Should().BeEmpty();
        records[0].After!.Value.GetProperty("description").GetString().Should().Be("for the branches");
    }

    [Fact]
    public async Task Records_can_be_narrowed_by_user_action_and_time()
    {
        var made = await DefineAsync("narrowed");
        var record = (await ListAsync($"target={made.ImageDefinitionUid}")).Items.Single();
        var time = Uri.EscapeDataString(record.At.ToString("O"));

        (await ListAsync($"target={made.ImageDefinitionUid}&user={Uri.EscapeDataString(record.User)}&action=CreateImageDefinition&from={time}")).Items.Should().ContainSingle();
        (await ListAsync($"target={made.ImageDefinitionUid}&until={time}")).Items.Should().BeEmpty();
        (await ListAsync($"target={made.ImageDefinitionUid}&user=nobody")).Items.Should().BeEmpty();
        (await ListAsync($"target={made.ImageDefinitionUid}&action=RemoveImageDefinition")).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Pages_show_each_record_once_although_many_are_of_one_moment()
    {
        for (var i = 0; i < 5; i++)
        {
            await DefineAsync($"paged {i}");
        }

        var seen = new List<long>();
        string? token = null;
        do
        {
            var page = await ListAsync($"action=CreateImageDefinition&pageSize=2&sort=action{(token is null ? "" : $"&pageToken={token}")}");
            seen.AddRange(page.Items.Select(item => item.Id));
            token = page.NextPageToken;
        }
        while (token is not null);

        seen.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThanOrEqualTo(5);
    }

    private Task<ImageDefinitionDto> DefineAsync(string name) => fixture.Server.Operator.ImageDefinitions.CreateAsync(
        new CreateImageDefinitionRequest { ImageDefinitionName = name, OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: Ct);

    private async Task<Page<AuditRecordDto>> ListAsync(string query)
    {
        using var http = fixture.Server.HttpOf(Role.Reader);
        return (await http.GetFromJsonAsync<Page<AuditRecordDto>>($"/api/v1/audit-records?{query}", Ct))!;
    }
}
