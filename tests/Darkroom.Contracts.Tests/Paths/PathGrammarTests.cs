using Darkroom.Contracts.Paths;

namespace Darkroom.Contracts.Tests.Paths;

public sealed class PathGrammarTests
{
    [Theory]
    [InlineData("Default VPC.virtualprivatecloud", ItemType.VirtualPrivateCloud, "Default VPC", null)]
    [InlineData("VPC (prod).virtualprivatecloud", ItemType.VirtualPrivateCloud, "VPC (prod)", null)]
    [InlineData("us-east-1a.availabilityzone", ItemType.AvailabilityZone, "us-east-1a", null)]
    [InlineData("192.168.0.0`/16 (vpc-12345678910).network", ItemType.Network, "192.168.0.0/16", "vpc-12345678910")]
    [InlineData("win10-2411-ami (ami-00123456789abcdef).template", ItemType.Template, "win10-2411-ami", "ami-00123456789abcdef")]
    [InlineData("image.template", ItemType.Template, "image", null)]
    [InlineData("a (b) (ami-1).template", ItemType.Template, "a (b)", "ami-1")]
    [InlineData("a (b).template", ItemType.Template, "a (b)", null)]
    [InlineData("v1.2.template.template", ItemType.Template, "v1.2.template", null)]
    [InlineData("win 24.11 (ami-1).template", ItemType.Template, "win 24.11", "ami-1")]
    [InlineData("Demo VM (i-012345678910).vm", ItemType.Vm, "Demo VM", "i-012345678910")]
    [InlineData("w2022-2411 (lt-0012).launchtemplate", ItemType.LaunchTemplate, "w2022-2411", "lt-0012")]
    [InlineData("lt-0012 (1).launchtemplateversion", ItemType.LaunchTemplateVersion, "lt-0012", "1")]
    [InlineData("T3 Medium Instance.serviceoffering", ItemType.ServiceOffering, "T3 Medium Instance", null)]
    [InlineData("t3.medium.serviceoffering", ItemType.ServiceOffering, "t3.medium", null)]
    [InlineData("T3 Medium Instance (t3.medium).serviceoffering", ItemType.ServiceOffering, "T3 Medium Instance", "t3.medium")]
    [InlineData("default (all).securitygroup", ItemType.SecurityGroup, "default (all)", null)]
    [InlineData("IMAGE.Template", ItemType.Template, "IMAGE", null)]
    public void A_node_is_read_into_type_name_and_id(string text, ItemType type, string name, string? id)
    {
        var node = RelativePath.Parse(text).Leaf;

        node.Type.Should().Be(type);
        node.Name.Should().Be(name);
        node.Id.Should().Be(id);
        RelativePath.Parse(node.ToString()).Leaf.Should().Be(node);
    }

    [Fact]
    public void A_name_that_ends_like_an_id_is_kept_apart_from_one()
    {
        var node = new PathNode(ItemType.Template, "copy of (ami-1)");

        node.ToString().Should().Be("copy of `(ami-1).template");
        RelativePath.Parse(node.ToString()).Leaf.Id.Should().BeNull();
        node.Should().NotBe(new PathNode(ItemType.Template, "copy of", "ami-1"));
    }

    [Theory]
    [InlineData("XDHyp:", @"XDHyp:\")]
    [InlineData(@"xdhyp:\connections\", @"XDHyp:\Connections")]
    [InlineData("XDHyp:/HostingUnits//Unit 1//", @"XDHyp:\HostingUnits\Unit 1")]
    [InlineData(@"XDHyp:\\HostingUnits\\u\\x (ami-1).TEMPLATE", @"XDHyp:\HostingUnits\u\x (ami-1).template")]
    [InlineData("XDHyp:\\Connections\\{01234567-89AB-CDEF-0123-456789ABCDEF}", @"XDHyp:\Connections\{01234567-89ab-cdef-0123-456789abcdef}")]
    [InlineData("XDHyp:/Connections/c/V.virtualprivatecloud/us-east-1a.availabilityzone/10.0.0.0`/8 (vpc-1).network",
        @"XDHyp:\Connections\c\V.virtualprivatecloud\us-east-1a.availabilityzone\10.0.0.0`/8 (vpc-1).network")]
    public void A_path_prints_canonically(string text, string canonical) => XDHypPath.Parse(text).ToString().Should().Be(canonical);

    [Fact]
    public void A_path_has_its_parts()
    {
        var path = XDHypPath.Parse(@"XDHyp:\HostingUnits\Unit 1\us-east-1a.availabilityzone\Demo (i-1).vm");

        path.Root.Should().Be(PathRoot.HostingUnits);
        path.Head!.Name.Should().Be("Unit 1");
        path.Leaf!.Type.Should().Be(ItemType.Vm);
        path.Inside!.ToString().Should().Be("/us-east-1a.availabilityzone/Demo (i-1).vm");
        path.Parent!.ToString().Should().Be(@"XDHyp:\HostingUnits\Unit 1\us-east-1a.availabilityzone");
        path.Parent.Parent!.Should().Be(XDHypPath.HostingUnit("UNIT 1"));
        path.Parent.Parent!.Parent.Should().Be(XDHypPath.Of(PathRoot.HostingUnits));
        path.Parent.Parent!.Parent!.Parent.Should().BeSameAs(XDHypPath.Drive);
        XDHypPath.Drive.Parent.Should().BeNull();
    }

    [Theory]
    [InlineData("/HostingUnits/u/x.template")]
    [InlineData(@"HostingUnits\u\x.template")]
    [InlineData("XDHyp:/HostingUnits/u/x.template")]
    public void A_provider_may_have_cut_off_the_drive(string text)
    {
        XDHypPath.TryParseInDrive(text, out var path, out _).Should().BeTrue();
        path!.ToString().Should().Be(@"XDHyp:\HostingUnits\u\x.template");
    }

    [Theory]
    [InlineData("x (ami-1).template")]
    [InlineData("/x (ami-1).template")]
    [InlineData(@"\x (ami-1).template\")]
    [InlineData(@"XDHyp:\HostingUnits\u\x (ami-1).template")]
    public void An_item_of_a_unit_is_named_absolutely_or_relatively(string text)
    {
        XDHypPath.TryParseWithin(XDHypPath.HostingUnit("u"), text, out var path, out _).Should().BeTrue();
        path.Should().Be(XDHypPath.Parse(@"XDHyp:\HostingUnits\U\X (AMI-1).template"));
    }

    [Theory]
    [InlineData("T3 Medium Instance", null, true)]
    [InlineData("t3 medium instance", null, true)]
    [InlineData("T3.medium", null, true)]
    [InlineData("T3 Medium Instance", "t3.medium", false)]
    [InlineData("t3.large", null, false)]
    public void A_service_offering_is_denoted_by_name_or_id(string name, string? id, bool denotes) =>
        new PathNode(ItemType.ServiceOffering, name, id)
            .Denotes(new PathNode(ItemType.ServiceOffering, "T3 Medium Instance"), "t3.medium").Should().Be(denotes);

    [Fact]
    public void An_id_in_the_label_decides_between_items_of_one_name()
    {
        var canonical = new PathNode(ItemType.Template, "win", "ami-1");

        new PathNode(ItemType.Template, "WIN", "AMI-1").Denotes(canonical, "ami-1").Should().BeTrue();
        new PathNode(ItemType.Template, "win").Denotes(canonical, "ami-1").Should().BeTrue();
        new PathNode(ItemType.Template, "ami-1").Denotes(canonical, "ami-1").Should().BeTrue();
        new PathNode(ItemType.Template, "win", "ami-2").Denotes(canonical, "ami-1").Should().BeFalse();
        new PathNode(ItemType.Vm, "win").Denotes(canonical, "ami-1").Should().BeFalse();
    }

    [Fact]
    public void Neither_the_drive_nor_a_root_holds_items()
    {
        var item = new PathNode(ItemType.Template, "x");

        new Action(() => XDHypPath.Drive.Child(item)).Should().Throw<InvalidOperationException>();
        new Action(() => XDHypPath.Of(PathRoot.Connections).Child(item)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_node_refuses_an_id_that_would_not_be_read_back()
    {
        new Action(() => _ = new PathNode(ItemType.Template, "x", "i-1")).Should().Throw<ArgumentException>();
        new Action(() => _ = new PathNode(ItemType.AvailabilityZone, "x", "use1-az1")).Should().Throw<ArgumentException>();
        new Action(() => _ = new PathNode(ItemType.Template, " ")).Should().Throw<ArgumentException>();
    }
}
