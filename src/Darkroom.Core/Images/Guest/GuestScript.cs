using System.Text;
using Darkroom.Contracts.Images;

namespace Darkroom.Core.Images.Guest;

/// <summary>Renders the preparation script of an operating system: a resource of this assembly with three lines filled in.</summary>
public static class GuestScript
{
    /// <summary>Rendered user data is always shorter than this, in bytes. EC2 takes 16 KB before encoding, WorkSpaces Instances 16,000 characters.</summary>
    public const int MaxBytes = 16_000;

    private static readonly string Windows = Resource("prepare.ps1");
    private static readonly string Linux = Resource("prepare.sh");

    /// <summary>The bare script: Windows PowerShell 5.1 for Windows, POSIX shell for Linux.</summary>
    public static string Render(OsType os, GuestScriptOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var excluded = Enum.GetValues<GuestStep>().Where(options.ExcludedSteps.Contains);
        var windows = os == OsType.Windows;
        return new StringBuilder(windows ? Windows : Linux)
            .Replace("{nonce}", options.Nonce.Value)
            .Replace("{excludedSteps}", windows ? string.Join(',', excluded.Select(step => $"'{step}'")) : string.Join(' ', excluded))
            .Replace("{noAutoShutdown}", options.NoAutoShutdown ? "true" : "false")
            .ToString();
    }

    /// <summary>
    /// The script as the launch agent of the operating system takes it: EC2Launch v2 needs tags, and <c>persist</c> because it has run its
    /// once-only user data long ago on a master that isn't sysprepped (unproven); cloud-init takes the script as it is.
    /// </summary>
    public static string UserData(OsType os, GuestScriptOptions options)
    {
        var script = Render(os, options);
        return os == OsType.Windows ? $"<powershell>\n{script}</powershell>\n<persist>true</persist>\n" : script;
    }

    private static string Resource(string name)
    {
        using var stream = typeof(GuestScript).Assembly.GetManifestResourceStream($"{typeof(GuestScript).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The assembly lacks the resource {name}.");
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return reader.ReadToEnd();
    }
}
