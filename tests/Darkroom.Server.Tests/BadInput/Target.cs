namespace Darkroom.Server.Tests.BadInput;

internal static class Target
{
    /// <summary>The path of an operation with these values in it, escaped.</summary>
    public static string Of(ApiOperation operation, IReadOnlyDictionary<string, string> values) =>
        values.Aggregate(operation.Path, (path, value) => path.Replace($"{{{value.Key}}}", Uri.EscapeDataString(value.Value), StringComparison.Ordinal));
}
