namespace Darkroom.Studio.Frame;

/// <summary>
/// A row of a grid that is read again and again: the same row for as long as it is of the same thing. What changes in it is then drawn in place, and neither a press
/// of the mouse nor the focus is lost while others work.
/// </summary>
/// <param name="shown">As it was read last.</param>
/// <param name="subject">What tells the thing from all others in the grid.</param>
public sealed class GridRow<T>(T shown, object subject) : IEquatable<GridRow<T>>
{
    private readonly object _subject = subject;

    public T Shown => shown;

    public bool Equals(GridRow<T>? other) => _subject.Equals(other?._subject);

    public override bool Equals(object? obj) => Equals(obj as GridRow<T>);

    public override int GetHashCode() => _subject.GetHashCode();
}
