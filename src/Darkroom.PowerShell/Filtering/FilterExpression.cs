namespace Darkroom.PowerShell.Filtering;

/// <summary>
/// What a filter says (about_Prov_Filtering of the cmdlet reference):
/// <code>
/// filter     := [ "{" ] components [ "}" ]
/// components := component { ( "-and" | "-or" ) component }        from left to right, neither goes before the other
/// component  := ( "-not" | "!" ) component | "(" components ")" | property [ operator value ]
/// value      := text | number | date | $null | $true | $false | $variable | list
/// </code>
/// </summary>
internal abstract record FilterExpression
{
    private FilterExpression()
    {
    }

    public sealed record Joined(FilterExpression Left, bool And, FilterExpression Right) : FilterExpression;

    public sealed record Not(FilterExpression Inner) : FilterExpression;

    /// <summary>A property alone: that it is true, or there, or not empty.</summary>
    public sealed record Bare(FilterProperty Property) : FilterExpression;

    public sealed record Comparison(FilterProperty Property, FilterOperator Operator, FilterValue Value) : FilterExpression;
}

/// <summary>A property by the name that was written.</summary>
internal sealed record FilterProperty(string Name, FilterPosition At);

/// <summary>What a property can be compared by; the names are those after the dash.</summary>
internal enum FilterOperator { Eq, Ne, Gt, Ge, Lt, Le, Like, NotLike, Contains, NotContains, In, NotIn }
