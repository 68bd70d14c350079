using CsCheck;
using Darkroom.Contracts.Paths;

namespace Darkroom.Contracts.Tests.Paths;

/// <summary>Paths as mean as the grammar allows: labels rich in separators, backticks, dots, parentheses and things that look like ids.</summary>
internal static class PathGenerators
{
    private const string Mean = "ab Z.`/\\()[]{}-_é漢:*?$'\"\t\u0001";

    private static readonly Gen<string> Hex = Gen.Char["0123456789abcdefABCDEF"].Array[1, 17].Select(chars => new string(chars));

    private static readonly Gen<string> InstanceType = OneOf("t3.medium", "m7i-flex.large", "u-6tb1.112xlarge");

    private static readonly Gen<string> Fragment = OneOf(
        "XDHyp:", "\\", "/", "HostingUnits", "Connections", "`", "{", "}", "(ami-1)", " (", ")", ".", ".template", "x", "..", "\0", "é");

    internal static readonly Gen<ItemType> Type = Gen.Enum<ItemType>();

    internal static readonly Gen<string> Name = Gen.OneOf(
        Gen.Char[Mean].Array[1, 12].Select(chars => new string(chars)),
        Gen.String[Gen.Char[' ', '~'], 1, 30],
        Gen.Select(Gen.Char[Mean].Array[0, 4], Type.SelectMany(Id), (chars, id) => $"{new string(chars)} ({id})"),
        Gen.Select(Gen.Int[0, 255], Gen.Int[0, 32], (octet, bits) => $"10.{octet}.0.0/{bits}"))
        .Where(name => !string.IsNullOrWhiteSpace(name));

    internal static readonly Gen<PathNode> Node = Type.SelectMany(type =>
        Gen.Select(Name, Gen.Bool, Id(type), (name, carriesId, id) => new PathNode(type, name, carriesId && id != "" ? id : null)));

    internal static readonly Gen<PathHead> Head = Gen.OneOf(
        Gen.Guid.Select(PathHead.Of),
        Gen.Char["abcXYZ 0_-`é,&+$"].Array[1, 20].Select(chars => new string(chars)).Where(name => !string.IsNullOrWhiteSpace(name)).Select(PathHead.Named));

    internal static readonly Gen<RelativePath> Relative = Node.Array[1, 5].Select(nodes => new RelativePath(nodes));

    internal static readonly Gen<XDHypPath> Absolute = Gen.OneOf(
        Gen.Const(XDHypPath.Drive),
        Gen.Enum<PathRoot>().Select(XDHypPath.Of),
        Gen.Select(Gen.Enum<PathRoot>(), Head, XDHypPath.Of),
        Gen.Select(Gen.Enum<PathRoot>(), Head, Relative, (root, head, inside) => XDHypPath.Of(root, head).Child(inside)));

    /// <summary>Arbitrary text, from plain noise to fragments of real paths thrown together.</summary>
    internal static readonly Gen<string> Garbage = Gen.OneOf(
        Gen.String,
        Fragment.Array[0, 14].Select(string.Concat));

    /// <summary>A printed path with a few characters replaced, dropped or put in.</summary>
    internal static readonly Gen<string> Mutated = Gen.Select(Absolute, Gen.Select(Gen.Int[0, 2], Gen.Int[0, 400], Gen.Char[Mean]).Array[1, 4], (path, edits) =>
    {
        var text = path.ToString();
        foreach (var (kind, where, c) in edits)
        {
            if (text.Length == 0) break;
            var at = where % text.Length;
            text = kind switch { 0 => text.Remove(at, 1), 1 => text.Insert(at, c.ToString()), _ => text.Remove(at, 1).Insert(at, c.ToString()) };
        }

        return text;
    });

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<string> Id(ItemType type) => type switch
    {
        ItemType.VirtualPrivateCloud or ItemType.Network => Hex.Select(hex => "vpc-" + hex),
        ItemType.Template => Hex.Select(hex => "ami-" + hex),
        ItemType.Vm => Hex.Select(hex => "i-" + hex),
        ItemType.LaunchTemplate => Hex.Select(hex => "lt-" + hex),
        ItemType.SecurityGroup => Hex.Select(hex => "sg-" + hex),
        ItemType.LaunchTemplateVersion => Gen.Int[1, 99999].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ItemType.ServiceOffering => InstanceType,
        _ => Gen.Const(""),
    };
}
