using System.Xml.Linq;
using Darkroom.PowerShell.Tests.Host;

namespace Darkroom.PowerShell.Tests.Help;

/// <summary>The help that was built into the module.</summary>
internal static class HelpFile
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private static readonly Lazy<IReadOnlyList<HelpExample>> All = new(Read);

    public static IReadOnlyList<HelpExample> Examples => All.Value;

    private static IReadOnlyList<HelpExample> Read() =>
    [
        .. from command in XDocument.Load(Path.Combine(BuiltModule.Folder, "en-US", "Darkroom.PowerShell.dll-Help.xml")).Descendants(Command + "command")
           let name = command.Element(Command + "details")!.Element(Command + "name")!.Value
           from example in command.Descendants(Command + "example").Select((example, index) => (Element: example, Number: index + 1))
           select new HelpExample(name, example.Number, example.Element.Element(Dev + "code")!.Value),
    ];
}

/// <summary>An example of a cmdlet.</summary>
/// <param name="Number">From 1.</param>
internal sealed record HelpExample(string Cmdlet, int Number, string Code);
