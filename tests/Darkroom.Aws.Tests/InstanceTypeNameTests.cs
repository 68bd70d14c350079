using Darkroom.Aws.Inventory;

namespace Darkroom.Aws.Tests;

public sealed class InstanceTypeNameTests
{
    [Theory]
    [InlineData("t3.medium", "T3 Medium Instance")]
    [InlineData("m5.2xlarge", "M5 2XLarge Instance")]
    [InlineData("m6i-flex.xlarge", "M6I-Flex XLarge Instance")]
    [InlineData("c7g.metal-24xl", "C7G Metal-24XL Instance")]
    [InlineData("u-6tb1.56xlarge", "U-6TB1 56XLarge Instance")]
    public void A_type_is_named_by_its_id_in_words(string type, string name) => InstanceTypeItems.DisplayName(type).Should().Be(name);
}
