using System.Reflection;
using Darkroom.Core.Clouds;
using Darkroom.Studio.Hosting.Preflight;

namespace Darkroom.Studio.Tests.Hosting;

public sealed class CheckWordsTests
{
    [Fact]
    public void Every_check_belongs_to_a_group_of_the_report() =>
        typeof(CheckNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)
            .Where(check => CheckWords.GroupOf(check) == CheckWords.GroupOf("none of them"))
            .Should().BeEmpty();
}
