using CsCheck;
using Darkroom.Contracts.Paths;

namespace Darkroom.Contracts.Tests.Paths;

public sealed class PathErrorTests
{
    [Theory]
    [InlineData(@"C:\x", PathErrorKind.MissingDrive, 0, "'C:'")]
    [InlineData("", PathErrorKind.MissingDrive, 0, "the end of the path")]
    [InlineData(@"XDHyp:HostingUnits\u", PathErrorKind.UnknownRoot, 6, "'HostingUnits'")]
    [InlineData(@"XDHyp:\Units\u", PathErrorKind.UnknownRoot, 7, "'Units'")]
    [InlineData(@"XDHyp:\HostingUnits\a*b", PathErrorKind.InvalidHead, 21, "'*'")]
    [InlineData(@"XDHyp:\HostingUnits\``a`/b", PathErrorKind.InvalidHead, 23, "'`'")]
    [InlineData(@"XDHyp:\HostingUnits\{123}", PathErrorKind.InvalidHead, 20, "'{123}'")]
    [InlineData(@"XDHyp:\HostingUnits\u\image", PathErrorKind.MissingType, 27, "the end of the path")]
    [InlineData(@"XDHyp:\HostingUnits\u\image\x.vm", PathErrorKind.MissingType, 27, "'\\'")]
    [InlineData(@"XDHyp:\HostingUnits\u\image.folder", PathErrorKind.UnknownType, 28, "'folder'")]
    [InlineData(@"XDHyp:\HostingUnits\u\.template", PathErrorKind.MissingName, 22, "'.template'")]
    [InlineData(@"XDHyp:\HostingUnits\u\ (ami-1).template", PathErrorKind.MissingName, 22, "' (ami-1).template'")]
    public void An_error_points_at_the_place_and_says_what_stands_there(string text, PathErrorKind kind, int position, string found)
    {
        var error = new Func<XDHypPath>(() => XDHypPath.Parse(text)).Should().Throw<PathFormatException>().Which.Error;

        error.Kind.Should().Be(kind);
        error.Position.Should().Be(position);
        error.Found.Should().Be(found);
        error.Message.Should().StartWith($"At character {position + 1} of the path, found {found} where ").And.EndWith(" is expected.");
    }

    [Fact]
    public void Characters_are_counted_from_one_and_each_as_one()
    {
        XDHypPath.TryParse(@"XDHyp:\HostingUnits\😀*", out _, out var error).Should().BeFalse();

        error!.Position.Should().Be(22);
        error.Message.Should().StartWith("At character 22 of the path").And.Contain("'*', its character 2,");
    }

    [Fact]
    public void An_unescaped_slash_in_a_subnet_is_explained()
    {
        RelativePath.TryParse("192.168.0.0/16 (vpc-1).network", out _, out var error).Should().BeFalse();

        error!.Kind.Should().Be(PathErrorKind.MissingType);
        error.Position.Should().Be("192.168.0.0".Length);
        error.Message.Should().Contain("a slash inside a name is written '`/'");
    }

    [Fact]
    public void An_unknown_type_is_told_the_known_ones()
    {
        RelativePath.TryParse("x.snapshot", out _, out var error).Should().BeFalse();

        error!.Expected.Should().ContainAll("template", "launchtemplateversion", "serviceoffering", "securitygroup", "virtualprivatecloud");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData(@"\\")]
    public void A_relative_path_names_an_item(string text)
    {
        RelativePath.TryParse(text, out _, out var error).Should().BeFalse();

        error!.Kind.Should().Be(PathErrorKind.MissingItem);
        error.Position.Should().Be(text.Length);
    }

    [Fact]
    public void A_path_has_2048_characters_at_most()
    {
        const string Frame = @"XDHyp:\HostingUnits\u\.template";
        string Long(int length) => Frame.Insert(22, new string('x', length - Frame.Length));

        XDHypPath.TryParse(Long(2048), out _, out _).Should().BeTrue();
        XDHypPath.TryParse(Long(2049), out _, out var error).Should().BeFalse();
        error!.Kind.Should().Be(PathErrorKind.TooLong);
        error.Position.Should().Be(2048);
    }

    [Fact]
    public void Whatever_the_text_there_is_a_path_or_an_error_that_lies_within_it() =>
        Gen.OneOf(PathGenerators.Garbage, PathGenerators.Mutated).Sample(text =>
        {
            if (!XDHypPath.TryParse(text, out var path, out var error)) PointsInto(text, error);
            else path.Should().NotBeNull();
            if (!XDHypPath.TryParseInDrive(text, out _, out error)) PointsInto(text, error);
            if (!RelativePath.TryParse(text, out _, out error)) PointsInto(text, error);
        }, iter: 40_000);

    private static void PointsInto(string text, PathParseError error)
    {
        error.Position.Should().BeInRange(0, text.Length);
        if (error.Position == text.Length) error.Found.Should().Be("the end of the path");
        else error.Found.Should().StartWith($"'{text[error.Position]}");
    }
}
