using CsCheck;
using Darkroom.Contracts.Paths;

namespace Darkroom.Contracts.Tests.Paths;

public sealed class NameRulesTests
{
    [Fact]
    public void Every_forbidden_character_of_a_connection_or_unit_is_named_with_its_place()
    {
        foreach (var c in "\\/;:#.*?=<>|[]()\"'{}")
        {
            var problem = NameRules.ConnectionOrHostingUnit.Check($"ab{c}d{c}");

            problem!.Kind.Should().Be(NameProblemKind.ForbiddenCharacter);
            problem.Position.Should().Be(2);
            problem.Character.Should().Be(c);
            problem.Message.Should().Contain($"'{c}'").And.Contain("its character 3,");
        }
    }

    [Fact]
    public void An_image_definition_may_have_braces_and_nothing_else_that_is_forbidden()
    {
        NameRules.ImageDefinition.Check("{x}").Should().BeNull();
        NameRules.ConnectionOrHostingUnit.ForbiddenCharacters.Except(NameRules.ImageDefinition.ForbiddenCharacters).Should().BeEquivalentTo("{}");
        foreach (var c in NameRules.ImageDefinition.ForbiddenCharacters) NameRules.ImageDefinition.Check($"a{c}").Should().NotBeNull();
    }

    [Theory]
    [InlineData("Unit 1")]
    [InlineData("été_漢字-1, & + $ @ ! ~ ` ^ %")]
    [InlineData("😀")]
    public void An_ordinary_name_is_fine(string name) => NameRules.ConnectionOrHostingUnit.Check(name).Should().BeNull();

    [Theory]
    [InlineData("", NameProblemKind.Blank, 0)]
    [InlineData("  ", NameProblemKind.Blank, 0)]
    [InlineData("a\tb", NameProblemKind.ForbiddenCharacter, 1)]
    [InlineData("a\0", NameProblemKind.ForbiddenCharacter, 1)]
    [InlineData("demo\u200b", NameProblemKind.ForbiddenCharacter, 4)]
    [InlineData("a\u202eb", NameProblemKind.ForbiddenCharacter, 1)]
    public void A_blank_or_unprintable_name_is_refused(string name, NameProblemKind kind, int position)
    {
        var problem = NameRules.ImageDefinition.Check(name);

        problem!.Kind.Should().Be(kind);
        problem.Position.Should().Be(position);
    }

    [Fact]
    public void Characters_are_counted_from_one_and_each_as_one() =>
        NameRules.ImageDefinition.Check("😀a/b")!.Message.Should().Contain("'/', its character 3,");

    [Fact]
    public void A_broken_surrogate_is_refused()
    {
        NameRules.ImageDefinition.Check("a\ud800b")!.Position.Should().Be(1);
        NameRules.ImageDefinition.Check("a\ud800")!.Position.Should().Be(1);
        NameRules.ImageDefinition.Check("ab\udc00")!.Position.Should().Be(2);
    }

    [Fact]
    public void A_name_has_a_hundred_characters_at_most()
    {
        NameRules.ImageDefinition.Check(new string('x', 100)).Should().BeNull();

        var problem = NameRules.ImageDefinition.Check(new string('x', 101));
        problem!.Kind.Should().Be(NameProblemKind.TooLong);
        problem.Position.Should().Be(100);
    }

    [Fact]
    public void Whatever_the_name_a_problem_lies_within_it_and_no_problem_means_it_can_stand_in_a_path() => Gen.String.Sample(name =>
    {
        if (NameRules.ConnectionOrHostingUnit.Check(name) is { } problem) problem.Position.Should().BeInRange(0, name.Length);
        else XDHypPath.Parse(XDHypPath.HostingUnit(name).ToString()).Head!.Name.Should().Be(name);
    }, iter: 20_000);
}
