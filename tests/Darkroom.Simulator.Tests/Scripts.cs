using System.Text;

namespace Darkroom.Simulator.Tests;

/// <summary>User data with as much of a preparation script as a guest looks at.</summary>
internal static class Scripts
{
    public const string Nonce = "0123456789abcdef0123456789abcdef";

    public static string Windows(params string[] excluded) => Encode($"""
        <powershell>
        $DarkroomNonce = '{Nonce}'
        $DarkroomExcludedSteps = @({string.Join(',', excluded.Select(step => $"'{step}'"))})
        </powershell>
        """);

    public static string Linux(params string[] excluded) => Encode($"""
        #!/bin/sh
        DARKROOM_NONCE='{Nonce}'
        DARKROOM_EXCLUDED_STEPS='{string.Join(' ', excluded)}'
        """);

    public static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
