namespace Darkroom.PowerShell.Filtering;

/// <summary>Where something stands in a filter's text, from 0. It is no part of what the filter says: filters that say the same are equal.</summary>
internal readonly record struct FilterPosition(int Index)
{
    public bool Equals(FilterPosition other) => true;

    public override int GetHashCode() => 0;
}
