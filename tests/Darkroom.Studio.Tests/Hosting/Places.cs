using System.Text.RegularExpressions;

namespace Darkroom.Studio.Tests.Hosting;

/// <summary>Addresses of what has a uid.</summary>
internal static partial class Places
{
    [GeneratedRegex("/hosting/connections/[0-9a-f-]{36}$")]
    public static partial Regex Connection();

    [GeneratedRegex("/hosting/units/[0-9a-f-]{36}$")]
    public static partial Regex Unit();
}
