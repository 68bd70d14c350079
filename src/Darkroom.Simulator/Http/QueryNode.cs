using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Darkroom.Simulator.Http;

/// <summary>
/// A request's parameters as a tree: <c>BlockDeviceMapping.1.Ebs.VolumeSize=64</c> is four steps deep. Lists are children with numbers for names.
/// An empty value is the same as none, as AWSSDK sends <c>Name=</c> for an empty list.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "A node of a request, not a collection.")]
internal sealed class QueryNode
{
    private static readonly QueryNode Nothing = new();
    private readonly SortedDictionary<string, QueryNode> children = new(StringComparer.Ordinal);

    public string? Value { get; set; }

    public bool Exists => Value is { Length: > 0 } || children.Values.Any(child => child.Exists);

    public IEnumerable<KeyValuePair<string, QueryNode>> Children => children;

    public QueryNode this[string name] => children.GetValueOrDefault(name) ?? Nothing;

    public static QueryNode Parse(IEnumerable<KeyValuePair<string, string>> form)
    {
        var root = new QueryNode();
        foreach (var (name, value) in form)
            root.At(name).Value = value;
        return root;
    }

    /// <summary>The node at a dotted name, made where it is missing.</summary>
    public QueryNode At(string dottedName) => dottedName.Split('.').Aggregate(this, (node, step) => node.Child(step));

    public QueryNode Child(string name)
    {
        if (!children.TryGetValue(name, out var child))
            children[name] = child = new QueryNode();
        return child;
    }

    public string? Text(string name) => this[name].Value is { Length: > 0 } text ? text : null;

    public string Required(string name) => Text(name) ?? throw AwsException.MissingParameter(name);

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        "true" or "True" => true,
        "false" or "False" => false,
        var other => throw AwsException.InvalidValue(name, other),
    };

    public int? Number(string name) => Text(name) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        var other => throw AwsException.InvalidValue(name, other),
    };

    /// <summary>The members of a list, in order.</summary>
    public IReadOnlyList<QueryNode> Items(string name) =>
        [.. this[name].children.Where(child => child.Value.Exists && IsNumber(child.Key))
            .OrderBy(child => int.Parse(child.Key, CultureInfo.InvariantCulture)).Select(child => child.Value)];

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select(item => item.Value).OfType<string>()];

    public bool IsList => children.Count > 0 && children.Keys.All(IsNumber);

    /// <summary>Replaces a list's members.</summary>
    public void SetItems(string name, IEnumerable<QueryNode> items)
    {
        var list = new QueryNode();
        foreach (var (index, item) in items.Index())
            list.children[(index + 1).ToString(CultureInfo.InvariantCulture)] = item;
        children[name] = list;
    }

    public QueryNode Copy()
    {
        var copy = new QueryNode { Value = Value };
        foreach (var (name, child) in children)
            copy.children[name] = child.Copy();
        return copy;
    }

    /// <summary>Makes a node of another tree a child of this one.</summary>
    public void Adopt(string name, QueryNode child) => children[name] = child;

    /// <summary>Every value with its dotted name, in a stable order: what a request's sameness is judged by.</summary>
    public IEnumerable<KeyValuePair<string, string>> Flatten(string prefix = "")
    {
        if (Value is { Length: > 0 })
            yield return new(prefix, Value);
        foreach (var (name, child) in children)
        {
            foreach (var leaf in child.Flatten(prefix.Length == 0 ? name : $"{prefix}.{name}"))
                yield return leaf;
        }
    }

    private static bool IsNumber(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
