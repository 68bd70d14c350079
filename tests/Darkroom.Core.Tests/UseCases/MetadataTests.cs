using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Tests.UseCases;

public sealed class MetadataTests
{
    [Fact]
    public void A_value_sets_its_name_whatever_the_case_and_null_removes_it()
    {
        var present = Metadata.Read(new Dictionary<string, string> { ["Owner"] = "a", ["Ticket"] = "1", ["Note"] = "" });

        var after = Metadata.With(present, new Dictionary<string, string?> { ["OWNER"] = "b", ["ticket"] = null, ["nobody"] = null, ["äöü 😀"] = "c" });

        after.Should().BeEquivalentTo(new Dictionary<string, string> { ["OWNER"] = "b", ["Note"] = "", ["äöü 😀"] = "c" });
    }

    [Fact]
    public void Nothing_given_is_nothing_kept() => Metadata.Read(null).Should().BeEmpty();

    [Fact]
    public void Fifty_names_are_kept_and_no_more_also_not_bit_by_bit()
    {
        var fifty = Metadata.Read(Names(Metadata.MaxEntries));

        fifty.Should().HaveCount(Metadata.MaxEntries);
        Refused("MetadataTooMany", () => Metadata.Read(Names(Metadata.MaxEntries + 1)));
        Refused("MetadataTooMany", () => Metadata.With(fifty, new Dictionary<string, string?> { ["one more"] = "" }));
        Metadata.With(fifty, new Dictionary<string, string?> { ["one more"] = "", ["name 0"] = null }).Should().HaveCount(Metadata.MaxEntries);
    }

    [Theory]
    [InlineData("", "v", "MetadataNameInvalid")]
    [InlineData("a\nb", "v", "MetadataNameInvalid")]
    [InlineData("n", "a\u0001", "ControlCharacter")]
    public void What_no_console_could_show_is_refused(string name, string value, string code) =>
        Refused(code, () => Metadata.Read(new Dictionary<string, string> { [name] = value }));

    [Fact]
    public void Names_and_values_are_bounded_and_names_differ_in_more_than_case()
    {
        Metadata.Read(new Dictionary<string, string> { [new string('n', Metadata.MaxName)] = new('v', Metadata.MaxValue) }).Should().HaveCount(1);
        Refused("MetadataNameInvalid", () => Metadata.Read(new Dictionary<string, string> { [new string('n', Metadata.MaxName + 1)] = "" }));
        Refused("ValueTooLong", () => Metadata.Read(new Dictionary<string, string> { ["n"] = new('v', Metadata.MaxValue + 1) }));
        Refused("MetadataNameTwice", () => Metadata.Read(new Dictionary<string, string> { ["a"] = "", ["A"] = "" }));
    }

    private static Dictionary<string, string> Names(int count) => Enumerable.Range(0, count).ToDictionary(i => $"name {i}", _ => "v");

    private static void Refused(string code, Func<object> read) =>
        read.Should().Throw<DarkroomException>().Which.Error.Code.Should().Be(code);
}
