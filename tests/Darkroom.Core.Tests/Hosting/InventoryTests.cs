using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Tests.Hosting;

public sealed class InventoryTests
{
    private static readonly CloudItemKind[] AnyKind = Enum.GetValues<CloudItemKind>();

    private readonly SmallCloud _cloud = new();

    [Theory]
    [InlineData(@"XDHyp:\HostingUnits\Unit A\win11 (ami-1).template", "ami-1", "/win11 (ami-1).template")]
    [InlineData(@"xdhyp:\\hostingunits\unit a\WIN11 (AMI-1).TEMPLATE\", "ami-1", "/win11 (ami-1).template")]
    [InlineData("/was called so once (ami-2).template", "ami-2", "/WIN11 (ami-2).template")]
    [InlineData("ami-2.template", "ami-2", "/WIN11 (ami-2).template")]
    [InlineData("a`/b `(ami-9).template", "ami-3", "/a`/b (ami-9) (ami-3).template")]
    [InlineData("us-east-1a.availabilityzone/Demo VM (i-1).vm", "i-1", "/us-east-1a.availabilityzone/Demo VM (i-1).vm")]
    [InlineData("Demo VM.vm", "i-1", "/us-east-1a.availabilityzone/Demo VM (i-1).vm")]
    [InlineData("w2022.launchtemplate/lt-1 (2).launchtemplateversion", "2", "/w2022 (lt-1).launchtemplate/lt-1 (2).launchtemplateversion")]
    [InlineData("T3 Medium Instance.serviceoffering", "t3.medium", "/T3 Medium Instance.serviceoffering")]
    [InlineData("t3.medium.serviceoffering", "t3.medium", "/T3 Medium Instance.serviceoffering")]
    [InlineData("10.0.0.0`/16 (vpc-1).network", "subnet-1", "/us-east-1a.availabilityzone/10.0.0.0`/16 (vpc-1).network")]
    [InlineData(
        @"XDHyp:\Connections\main\default vpc.virtualprivatecloud\us-east-1a.availabilityzone\10.0.0.0`/16.network",
        "subnet-1",
        "/us-east-1a.availabilityzone/10.0.0.0`/16 (vpc-1).network")]
    [InlineData("default.securitygroup", "sg-1", "/default.securitygroup")]
    public async Task A_path_in_a_unit_finds_its_item_and_comes_back_canonical(string path, string id, string relative)
    {
        var item = await ResolveAsync(path);

        item.Id.Should().Be(id);
        item.RelativePath.Should().Be(relative);
        item.AbsolutePath.Should().Be(@"XDHyp:\HostingUnits\Unit A" + relative.Replace("`/", "#").Replace('/', '\\').Replace("#", "`/"));
        (await ResolveAsync(item.AbsolutePath)).Should().BeEquivalentTo(item);
    }

    [Fact]
    public async Task A_unit_answers_to_its_uid_in_braces()
    {
        var unit = _cloud.Unit;
        var item = await _cloud.Inventory.ResolveAsync(
            _cloud.Connection, unit, $@"XDHyp:\HostingUnits\{unit.Uid:B}\win11 (ami-1).template", AnyKind, "f", TestContext.Current.CancellationToken);

        item.AbsolutePath.Should().Be(@"XDHyp:\HostingUnits\Unit A\win11 (ami-1).template");
    }

    [Theory]
    [InlineData("T3 medium instance")]
    [InlineData("t3.medium")]
    public async Task A_bare_name_will_do_for_a_service_offering(string name) =>
        (await ResolveAsync(name, CloudItemKind.InstanceType)).Id.Should().Be("t3.medium");

    [Theory]
    [InlineData("", "ValueMissing")]
    [InlineData(" ", "InputPathInvalid")]
    [InlineData("win11", "InputPathInvalid")]
    [InlineData(@"XDHyp:\HostingUnits\Unit A", "InputPathInvalid")]
    [InlineData(@"XDHyp:\HostingUnits", "PathNotInHostingUnit")]
    [InlineData(@"XDHyp:\HostingUnits\Other\win11 (ami-1).template", "PathNotInHostingUnit")]
    [InlineData(@"XDHyp:\Connections\Main\win11 (ami-1).template", "PathNotInHostingUnit")]
    [InlineData(@"XDHyp:\Connections\Main\Twin (vpc-2).virtualprivatecloud\us-east-1a.availabilityzone", "PathNotInHostingUnit")]
    [InlineData("win11 (ami-1).template/x (i-1).vm", "PathWrongType")]
    [InlineData("x (ami-4).template", "InventoryItemNotFound")]
    [InlineData("win11.template", "PathAmbiguous")]
    [InlineData("us-east-1b.availabilityzone", "InventoryItemNotFound")]
    [InlineData("10.1.0.0`/16 (vpc-1).network", "InventoryItemNotFound")]
    [InlineData("Elsewhere (i-2).vm", "InventoryItemNotFound")]
    [InlineData("w2022.launchtemplate/lt-1 (3).launchtemplateversion", "InventoryItemNotFound")]
    public async Task A_path_to_nothing_of_the_unit_is_refused_on_its_field(string path, string code)
    {
        var error = (await FluentActions.Awaiting(() => ResolveAsync(path)).Should().ThrowAsync<DarkroomException>()).Which.Error;

        error.Code.Should().Be(code);
        error.Field.Should().Be("masterImagePath");
    }

    [Fact]
    public async Task An_item_of_another_type_than_allowed_is_refused_before_the_cloud_is_asked()
    {
        var refused = await FluentActions.Awaiting(() => ResolveAsync("Demo VM (i-1).vm", CloudItemKind.Image)).Should().ThrowAsync<DarkroomException>();

        refused.Which.Error.Code.Should().Be("PathWrongType");
        _cloud.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_miss_reads_anew_before_it_says_so()
    {
        (await FluentActions.Awaiting(() => ResolveAsync("new.template")).Should().ThrowAsync<DarkroomException>())
            .Which.Error.Code.Should().Be("InventoryItemNotFound");
        _cloud.Items.Add(SmallCloud.Item(CloudItemKind.Image, "ami-7", "new"));

        (await ResolveAsync("new.template")).Id.Should().Be("ami-7");
        _cloud.Calls.Should().HaveCount(2, "the first list was fresh and needed no second look");
    }

    [Fact]
    public async Task Lists_come_from_the_cache()
    {
        await ResolveAsync("win11 (ami-1).template");
        await ResolveAsync("win11 (ami-1).template");

        _cloud.Calls.Should().ContainSingle();
    }

    [Fact]
    public async Task A_transient_fault_is_tried_again_and_a_permanent_one_is_told()
    {
        _cloud.Faults.Enqueue(new CloudException(CloudErrors.NotVisibleYet.With("x", "y"), transient: true, TimeSpan.FromMilliseconds(1)));
        (await ResolveAsync("win11 (ami-1).template")).Id.Should().Be("ami-1");

        _cloud.Faults.Enqueue(new CloudException(CloudErrors.NotVisibleYet.With("x", "y"), transient: false));
        (await FluentActions.Awaiting(() => ResolveAsync("WIN11 (ami-2).template")).Should().ThrowAsync<DarkroomException>())
            .Which.Error.Code.Should().Be("CloudResourceNotVisible");
    }

    [Fact]
    public async Task Vpcs_of_one_name_stay_apart_and_a_single_one_needs_no_id()
    {
        var top = InventoryLevel.Of(_cloud.Connection);

        var items = await _cloud.Inventory.ListAsync(top, null, null, "path", new InventoryView(), TestContext.Current.CancellationToken);

        items.Select(item => item.RelativePath).Should().Equal(
            "/Default VPC.virtualprivatecloud", "/Twin (vpc-2).virtualprivatecloud", "/twin (vpc-3).virtualprivatecloud");
        foreach (var item in items)
        {
            (await _cloud.Inventory.ResolveAsync(_cloud.Connection, item.AbsolutePath, [CloudItemKind.Vpc], "f", TestContext.Current.CancellationToken))
                .Id.Should().Be(item.Id);
        }
    }

    [Fact]
    public async Task Versions_of_a_launch_template_come_newest_first_on_every_page()
    {
        _cloud.Items.AddRange(Enumerable.Range(3, 9).Select(number => SmallCloud.Item(CloudItemKind.LaunchTemplateVersion, $"{number}", "lt-1")));
        var listing = new InventoryListing(_cloud.Inventory);
        var found = new List<string>();
        string? token = null;
        do
        {
            var page = await listing.PageAsync(
                InventoryLevel.Of(_cloud.Connection, _cloud.Unit), new InventoryRequest("w2022 (lt-1).launchtemplate"), new ListRequest(Limit: 4, PageToken: token), TestContext.Current.CancellationToken);
            found.AddRange(page.Items.Select(item => item.Id));
            token = page.NextPageToken;
        }
        while (token is not null);

        found.Should().Equal("11", "10", "9", "8", "7", "6", "5", "4", "3", "2", "1");
    }

    [Fact]
    public async Task Machines_that_Darkroom_made_show_only_by_force()
    {
        var top = InventoryLevel.Of(_cloud.Connection, _cloud.Unit);
        Task<IReadOnlyList<InventoryItem>> MachinesAsync(bool force) => _cloud.Inventory.ListAsync(
            top, "us-east-1a.availabilityzone", CloudItemKind.Instance, "path", new InventoryView(Force: force), TestContext.Current.CancellationToken);

        (await MachinesAsync(false)).Select(item => item.Id).Should().Equal("i-1");
        (await MachinesAsync(true)).Select(item => item.Id).Should().Equal("i-1", "i-3");
    }

    [Fact]
    public async Task Object_paths_lead_from_the_connection_to_the_item()
    {
        (await ResolveAsync("Demo VM.vm")).ObjectPath.Should().Be("/Default VPC.virtualprivatecloud/us-east-1a.availabilityzone/Demo VM (i-1).vm");
        (await ResolveAsync("win11 (ami-1).template")).ObjectPath.Should().Be("/win11 (ami-1).template");
    }

    private Task<InventoryItem> ResolveAsync(string path, params CloudItemKind[] allowed) => _cloud.Inventory.ResolveAsync(
        _cloud.Connection, _cloud.Unit, path, allowed.Length > 0 ? allowed : AnyKind, "masterImagePath", TestContext.Current.CancellationToken);
}
