namespace Darkroom.PowerShell.Filtering;

/// <summary>Which of two values of one member comes first: texts whatever their case, enums as they are declared, null before all.</summary>
internal static class MemberOrder
{
    public static bool Equal(object? left, object? right) => left is null || right is null ? left is null && right is null : Compare(left, right) == 0;

    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string one, string other) => StringComparer.InvariantCultureIgnoreCase.Compare(one, other),
        _ => ((IComparable)left).CompareTo(right),
    };
}
