using Darkroom.Client.ServiceConfiguration;
using Darkroom.Server.Tests.Images;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.ServiceConfiguration;

public sealed class ServiceConfigurationTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>, IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DarkroomServer _server = fixture.Server;
    private int _auditedBefore;

    private ServiceConfigurationClient Settings => _server.Administrator.ServiceConfiguration;

    public async ValueTask InitializeAsync() => _auditedBefore = (await AuditAsync()).Count;

    /// <summary>The next test finds every setting at its default.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var set in (await Settings.ListAsync(Ct)).Where(s => s.SetAt is not null))
        {
            await Settings.RemoveAsync(set.Name, ct: Ct);
        }
    }

    [Fact]
    public async Task Every_setting_is_shown_with_its_default_until_one_is_set()
    {
        (await ValuesAsync()).Should().Equal("60", "", "False", "True", "False", "99");
        var set = await Settings.SetAsync("imagemanagementprep_preparationtimeout", " 090 ", ct: Ct);

        set.Should().BeEquivalentTo(new { Name = "ImageManagementPrep_PreparationTimeout", Value = "90", DefaultValue = "60" });
        set.SetAt.Should().NotBeNull();
        (await ValuesAsync()).Should().Equal("90", "", "False", "True", "False", "99");
        (await Settings.SetAsync(set.Name, "90", ct: Ct)).Should().Be(set, "the same again is no change");
        await Settings.RemoveAsync(set.Name, ct: Ct);
        (await ValuesAsync()).Should().Equal("60", "", "False", "True", "False", "99");
        await Refused.WithAsync("ServiceSettingNotSet", () => Settings.RemoveAsync(set.Name, ct: Ct));
        (await AuditAsync()).Should().Equal("SetServiceSetting", "RemoveServiceSetting");
    }

    [Theory]
    [InlineData("ImageManagementPrep_Excluded_Steps", " officerearm ,OsRearm,OSREARM", "OsRearm,OfficeRearm")]
    [InlineData("ImageManagementPrep_Excluded_Steps", "", "")]
    [InlineData("ImageManagementPrep_NoAutoShutdown", "false", "False")]
    [InlineData("ImageManagementPrep_DoImagePreparation", "TRUE", "True")]
    [InlineData("DisableDomainInjection", "False", "False")]
    [InlineData("MaxProvSchemeVersions", "99", "99")]
    public async Task What_can_be_honoured_is_kept(string name, string value, string kept)
    {
        (await Settings.SetAsync(name, value, ct: Ct)).Value.Should().Be(kept);
        (await _server.Reader.ServiceConfiguration.ListAsync(Ct)).Single(s => s.SetAt is not null).Value.Should().Be(kept);
    }

    [Theory]
    [InlineData("ImageManagementPrep_NoAutoShutdown", "true", "shutdown")]
    [InlineData("ImageManagementPrep_DoImagePreparation", "False", "preparation")]
    [InlineData("DisableDomainInjection", "True", "domain")]
    [InlineData("MaxProvSchemeVersions", "5", "versions")]
    public async Task What_can_not_be_honoured_is_refused_with_the_reason(string name, string value, string reason)
    {
        var refused = await Refused.WithAsync("ServiceSettingUnsupported", () => Settings.SetAsync(name, value, ct: Ct));

        refused.Detail.Should().ContainAll(name, reason);
        refused.Errors[0].Field.Should().Be("value");
        (await AuditAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("ImageManagementPrep_PreparationTimeout", "4")]
    [InlineData("ImageManagementPrep_PreparationTimeout", "1441")]
    [InlineData("ImageManagementPrep_PreparationTimeout", "an hour")]
    [InlineData("ImageManagementPrep_PreparationTimeout", "")]
    [InlineData("ImageManagementPrep_PreparationTimeout", "-60")]
    [InlineData("ImageManagementPrep_Excluded_Steps", "OsRearm,Sysprep")]
    [InlineData("ImageManagementPrep_Excluded_Steps", "1")]
    [InlineData("ImageManagementPrep_NoAutoShutdown", "maybe")]
    [InlineData("MaxProvSchemeVersions", "many")]
    public async Task What_is_no_value_is_refused(string name, string value) =>
        await Refused.WithAsync("ServiceSettingInvalid", () => Settings.SetAsync(name, value, ct: Ct));

    [Fact]
    public async Task An_unknown_name_is_refused_and_the_known_ones_are_named()
    {
        var refused = await Refused.WithAsync("ServiceSettingUnknown", () => Settings.SetAsync("ImageManagementPrep_Timeout", "60", ct: Ct));
        refused.Remedy.Should().Contain("ImageManagementPrep_PreparationTimeout");
        await Refused.WithAsync("ServiceSettingUnknown", () => Settings.RemoveAsync("nothing", ct: Ct));
    }

    private async Task<IEnumerable<string>> ValuesAsync() => (await Settings.ListAsync(Ct)).Select(s => s.Value);

    private async Task<List<string>> AuditAsync()
    {
        await using var db = await _server.Services.GetRequiredService<IDbContextFactory<Core.Storage.DarkroomDb>>().CreateDbContextAsync(Ct);
        return await db.AuditRecords.Where(a => a.TargetType == "ServiceSetting").OrderBy(a => a.Id).Select(a => a.Action).Skip(_auditedBefore).ToListAsync(Ct);
    }
}
