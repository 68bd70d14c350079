using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>The documented kinds of connections that lead to this cloud (cmdlet reference).</summary>
internal static class ConnectionKind
{
    public const string Own = "AmazonWorkSpacesCore";
    public const string Custom = "Custom";
    public const string Plugin = "AmazonWorkSpacesCoreMachineManagerFactory";

    /// <summary>What can be done on such a connection.</summary>
    public static readonly IReadOnlyList<string> Capabilities = ["PreparedImages"];

    private const int Longest = 100;

    /// <summary>The type as it is kept. Existing scripts say Custom with the plug-in; the plug-in's name for a type will do as well.</summary>
    /// <exception cref="DarkroomException">ConnectionTypeNotSupported, ValueTooLong, ControlCharacter.</exception>
    public static string Read(string? type, string? plugin) =>
        Known(Input.OptionalText(type, "connectionType", Longest), Input.OptionalText(plugin, "pluginId", Longest));

    private static string Known(string? type, string? plugin) => (type, plugin) switch
    {
        (null, null) => Own,
        _ when Is(type ?? Own, Own) && Is(plugin ?? Plugin, Plugin) => Own,
        _ when Is(type, Custom) && Is(plugin, Plugin) => Custom,
        _ when Is(type, Plugin) && Is(plugin ?? Plugin, Plugin) => Custom,
        _ => throw HostingErrors.ConnectionTypeNotSupported
            .With(type ?? Own, plugin ?? "none").On("connectionType").AsException(),
    };

    private static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
