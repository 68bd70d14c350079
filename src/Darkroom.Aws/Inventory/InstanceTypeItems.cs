using Amazon.EC2.Model;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Inventory;

/// <summary>Instance types as inventory.</summary>
internal static class InstanceTypeItems
{
    public static CloudItem From(InstanceTypeInfo type) => new(
        CloudItemKind.InstanceType,
        type.InstanceType.Value,
        DisplayName(type.InstanceType.Value),
        new ItemFacts
        {
            [CloudItemData.CpuCount] = ItemFacts.Of((long?)type.VCpuInfo?.DefaultVCpus),
            [CloudItemData.MemoryMB] = ItemFacts.Of(type.MemoryInfo?.SizeInMiB),
            [CloudItemData.NetworkPerformance] = type.NetworkInfo?.NetworkPerformance,
            [CloudItemData.Architecture] = string.Join(", ", type.ProcessorInfo?.SupportedArchitectures ?? []),
        }.Known);

    /// <summary>
    /// The type's name in words, made of its id so that new types need nothing from us: <c>t3.medium</c> is
    /// "T3 Medium Instance", <c>m6i-flex.2xlarge</c> "M6I-Flex 2XLarge Instance", <c>c7g.metal-24xl</c> "C7G Metal-24XL
    /// Instance".
    /// </summary>
    public static string DisplayName(string instanceType)
    {
        var parts = instanceType.Split('.', 2);
        return parts.Length == 2 ? $"{Words(parts[0], codeFirst: true)} {Words(parts[1], codeFirst: false)} Instance" : instanceType;
    }

    // "t3" and "x2iedn" are codes and stand in capitals; "flex", "medium" and "metal" are words.
    private static string Words(string text, bool codeFirst) =>
        string.Join('-', text.Split('-').Select((part, index) => codeFirst && index == 0 ? part.ToUpperInvariant() : Word(part)));

    private static string Word(string part)
    {
        var digits = part.TakeWhile(char.IsAsciiDigit).Count();
        var (number, word) = (part[..digits], part[digits..]);
        return number + word switch
        {
            "" => "",
            "xlarge" => "XLarge",
            "xl" => "XL",
            "tb1" => "TB1",
            _ => char.ToUpperInvariant(word[0]) + word[1..],
        };
    }
}
