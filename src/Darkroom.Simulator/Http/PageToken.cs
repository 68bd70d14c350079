using System.Globalization;
using System.Text;

namespace Darkroom.Simulator.Http;

/// <summary>What a page's token says: after how many items of which call's list the next page goes on.</summary>
internal static class PageToken
{
    public static string Of(AwsCall call, int position) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{call.Action}:{position}")));

    /// <summary>The position that a token of this call stands for, or null when it isn't one.</summary>
    public static int? Position(AwsCall call, string token)
    {
        var bytes = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, bytes, out var length))
            return null;
        var parts = Encoding.ASCII.GetString(bytes, 0, length).Split(':');
        return parts.Length == 2 && parts[0] == call.Action && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : null;
    }
}
