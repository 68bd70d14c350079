using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Tests.UseCases;

public sealed class InputTests
{
    public static TheoryData<string, Action> WrongValues => new()
    {
        { "ValueMissing", () => Input.Name(null, NameRules.ConnectionOrHostingUnit, "field") },
        { "ValueMissing", () => Input.Name("", NameRules.ConnectionOrHostingUnit, "field") },
        { "InputNameInvalid", () => Input.Name("  ", NameRules.ConnectionOrHostingUnit, "field") },
        { "InputNameInvalid", () => Input.Name("a/b", NameRules.ConnectionOrHostingUnit, "field") },
        { "InputNameInvalid", () => Input.Name("a\u0001b", NameRules.ConnectionOrHostingUnit, "field") },
        { "ValueTooLong", () => Input.Name(new string('n', 101), NameRules.ConnectionOrHostingUnit, "field") },
        { "ValueMissing", () => Input.Text(null, "field", 5) },
        { "ValueTooLong", () => Input.Text("123456", "field", 5) },
        { "ControlCharacter", () => Input.Text("1\n2", "field", 5) },
        { "ControlCharacter", () => Input.Text("1\ud800", "field", 5) },
        { "ControlCharacter", () => Input.Text("\udc00", "field", 5) },
        { "ValueTooLong", () => Input.Description(new string('d', 1001), "field") },
        { "ValueMissing", () => Input.List<string>(null, "field", 1, 2) },
        { "ValueMissing", () => Input.List(["a", null!], "field", 1, 2) },
        { "ValueOutOfRange", () => Input.List<string>([], "field", 1, 2) },
        { "ValueOutOfRange", () => Input.List(["a", "b", "c"], "field", 1, 2) },
        { "ValueOutOfRange", () => Input.Range(0, "field", 1, 2) },
        { "InvalidRequest", () => Input.Member((CredentialKind)99, "field") },
    };

    [Theory]
    [MemberData(nameof(WrongValues), DisableDiscoveryEnumeration = true)]
    public void A_wrong_value_is_refused_on_its_field(string code, Action check)
    {
        var error = check.Should().Throw<DarkroomException>().Which.Error;

        error.Code.Should().Be(code);
        error.Field.Should().Be("field");
    }

    [Fact]
    public void A_good_value_comes_back()
    {
        Input.Name("Main one", NameRules.ConnectionOrHostingUnit, "f").Should().Be("Main one");
        Input.Text("smile \ud83d\ude00", "f", 10).Should().Be("smile \ud83d\ude00");
        Input.Description(null).Should().BeEmpty();
        Input.OptionalText(null, "f", 1).Should().BeNull();
        Input.List(["a"], "f", 1, 1).Should().Equal("a");
        Input.Range(2, "f", 1, 2).Should().Be(2);
        Input.Member(CredentialKind.RoleArn, "f").Should().Be(CredentialKind.RoleArn);
    }

    [Fact]
    public void An_error_repeats_no_more_than_the_beginning_of_a_long_value() =>
        FluentActions.Invoking(() => Input.Name("?" + new string('n', 5000), NameRules.ConnectionOrHostingUnit, "f"))
            .Should().Throw<DarkroomException>().Which.Message.Length.Should().BeLessThan(400);

    [Fact]
    public void A_reference_is_a_uid_with_or_without_braces_or_a_name()
    {
        var uid = Guid.NewGuid();

        NameOrUid.Read(uid.ToString(), NameRules.ConnectionOrHostingUnit).Uid.Should().Be(uid);
        NameOrUid.Read(uid.ToString("B"), NameRules.ConnectionOrHostingUnit).Should().Be(new NameOrUid(uid, null));
        NameOrUid.Read("Main", NameRules.ConnectionOrHostingUnit).Should().Be(new NameOrUid(null, "MAIN"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a\u0000")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("{00000000-0000-0000-0000-000000000000}")]
    public void A_reference_that_can_name_nothing_is_never_looked_up(string? text) =>
        NameOrUid.Read(text, NameRules.ConnectionOrHostingUnit).Should().Be(default(NameOrUid));
}
