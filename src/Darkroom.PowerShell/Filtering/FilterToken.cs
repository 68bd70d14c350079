namespace Darkroom.PowerShell.Filtering;

internal enum FilterTokenKind { Word, Operator, Value, Comma, Open, Close, End }

/// <summary>A piece of a filter's text.</summary>
/// <param name="Text">As it was written; of an operator the name after its dash, or <c>!</c>.</param>
/// <param name="Value">Of texts, numbers, variables and constants.</param>
internal sealed record FilterToken(FilterTokenKind Kind, string Text, int Start, FilterValue? Value = null);
