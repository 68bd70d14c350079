using CsCheck;
using Darkroom.Contracts.Paths;

namespace Darkroom.Contracts.Tests.Paths;

public sealed class RoundTripTests
{
    [Fact]
    public void Every_path_comes_back_from_its_print_to_the_letter() => PathGenerators.Absolute.Sample(path =>
    {
        var back = XDHypPath.Parse(path.ToString());
        return back.Equals(path) && back.GetHashCode() == path.GetHashCode()
            && back.Nodes.Select(node => (node.Name, node.Id)).SequenceEqual(path.Nodes.Select(node => (node.Name, node.Id)));
    }, iter: 20_000);

    [Fact]
    public void Every_relative_path_comes_back_from_its_print_to_the_letter() => PathGenerators.Relative.Sample(path =>
    {
        var back = RelativePath.Parse(path.ToString());
        return back.Equals(path) && back.Nodes.Select(node => (node.Name, node.Id)).SequenceEqual(path.Nodes.Select(node => (node.Name, node.Id)));
    }, iter: 20_000);

    [Fact]
    public void Printing_what_was_read_is_canonical_whatever_was_written() => Gen.OneOf(PathGenerators.Mutated, PathGenerators.Garbage).Sample(text =>
    {
        if (!XDHypPath.TryParseInDrive(text, out var path, out _)) return;
        var printed = path.ToString();
        var again = XDHypPath.Parse(printed);
        again.Should().Be(path);
        again.ToString().Should().Be(printed);
    }, iter: 20_000);

    [Fact]
    public void A_path_is_the_same_in_any_case_with_any_separators() => Gen.Select(
        PathGenerators.Absolute, Gen.Int[1, 3], Gen.Bool).Sample((path, times, slash) =>
    {
        var separator = new string(slash ? '/' : '\\', times);
        string[] parts = [XDHypPath.DriveName, .. path.Root is { } root ? [root.ToString()] : Array.Empty<string>(),
            .. path.Head is { } head ? [head.ToString()] : Array.Empty<string>(), .. path.Nodes.Select(node => node.ToString())];
        var text = string.Join(separator, parts).ToUpperInvariant() + separator;
        var read = XDHypPath.Parse(text);
        read.Should().Be(path);
        read.GetHashCode().Should().Be(path.GetHashCode());
    }, iter: 5_000);

    [Fact]
    public void The_same_items_are_named_from_within_and_from_the_drive() => Gen.Select(PathGenerators.Head, PathGenerators.Relative).Sample((head, inside) =>
    {
        var place = XDHypPath.Of(PathRoot.HostingUnits, head);
        XDHypPath.TryParseWithin(place, inside.ToString(), out var relative, out _).Should().BeTrue();
        XDHypPath.TryParseWithin(place, place.Child(inside).ToString(), out var absolute, out _).Should().BeTrue();
        return relative!.Equals(absolute) && relative.Inside!.Equals(inside);
    }, iter: 5_000);
}
