using System.Text;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Filtering;

/// <summary>Cuts a filter into words.</summary>
internal sealed class FilterLexer(string text)
{
    private int _at;

    public IReadOnlyList<FilterToken> Read()
    {
        var tokens = new List<FilterToken>();
        while (Next() is { } token)
        {
            tokens.Add(token);
        }

        tokens.Add(new FilterToken(FilterTokenKind.End, "the end", text.Length));
        return tokens;
    }

    private FilterToken? Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        if (_at == text.Length)
        {
            return null;
        }

        var start = _at;
        var first = text[_at];
        switch (first)
        {
            case '(' or '{': _at++; return new FilterToken(FilterTokenKind.Open, first.ToString(), start);
            case '@' when Peek(1) == '(': _at += 2; return new FilterToken(FilterTokenKind.Open, "(", start);
            case ')' or '}': _at++; return new FilterToken(FilterTokenKind.Close, first.ToString(), start);
            case ',': _at++; return new FilterToken(FilterTokenKind.Comma, ",", start);
            case '!': _at++; return new FilterToken(FilterTokenKind.Not, "!", start);
            case '\'' or '"': return new FilterToken(FilterTokenKind.Text, Quoted(first), start);
            case '$': _at++; return new FilterToken(FilterTokenKind.Variable, Word(start), start);
            case '-' or '+' when char.IsAsciiDigit(Peek(1)): _at++; return new FilterToken(FilterTokenKind.Number, first + Word(start), start);
            case '-': _at++; return Operator(start);
        }

        return new FilterToken(char.IsAsciiDigit(first) ? FilterTokenKind.Number : FilterTokenKind.Name, Word(start), start);
    }

    private FilterToken Operator(int start)
    {
        var name = Word(start);
        return new FilterToken(name.Equals("not", StringComparison.OrdinalIgnoreCase) ? FilterTokenKind.Not : FilterTokenKind.Operator, name, start);
    }

    private string Word(int start)
    {
        var from = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '.' or ':' || (text[_at] == '-' && char.IsAsciiDigit(text[from]))))
        {
            _at++;
        }

        return _at > from ? text[from.._at] : throw FilterErrors.InvalidFilter.With(start, $"'{text[start]}' can't be read");
    }

    /// <summary>A quote inside is written twice, or with a backtick in double quotes.</summary>
    private string Quoted(char quote)
    {
        var start = _at++;
        var value = new StringBuilder();
        while (_at < text.Length)
        {
            if (text[_at] == quote && Peek(1) != quote)
            {
                _at++;
                return value.ToString();
            }

            if ((text[_at] == quote || (text[_at] == '`' && quote == '"')) && _at + 1 < text.Length)
            {
                _at++;
            }

            value.Append(text[_at++]);
        }

        throw FilterErrors.InvalidFilter.With(start, "the quote isn't closed");
    }

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';
}
