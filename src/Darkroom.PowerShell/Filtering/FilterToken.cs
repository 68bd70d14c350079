namespace Darkroom.PowerShell.Filtering;

/// <summary>What kinds of words a filter is made of.</summary>
internal enum FilterTokenKind { Name, Operator, Number, Text, Variable, Open, Close, Comma, Not, End }

/// <summary>A word of a filter.</summary>
/// <param name="Text">Without quotes, <c>$</c> or <c>-</c>.</param>
/// <param name="Position">Where it begins, from 0.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int Position);
