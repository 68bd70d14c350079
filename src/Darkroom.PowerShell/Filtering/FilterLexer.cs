using System.Text;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Filtering;

/// <summary>
/// Takes a filter's text apart, by PowerShell's rules for quotes, numbers and variables. Like PowerShell it takes the dashes and quotes that word processors make.
/// </summary>
internal sealed class FilterLexer(FilterSource source)
{
    private const string Ends = "(){},;$@!`|&";

    private readonly string _text = source.Text;
    private int _at;

    public IReadOnlyList<FilterToken> Read()
    {
        var tokens = new List<FilterToken>();
        do
        {
            while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }

            tokens.Add(Next());
        }
        while (tokens[^1].Kind != FilterTokenKind.End);
        return tokens;
    }

    private FilterToken Next()
    {
        var start = _at;
        if (_at == _text.Length)
        {
            return new FilterToken(FilterTokenKind.End, "", start);
        }

        switch (_text[_at])
        {
            case '(' or '{':
                return One(FilterTokenKind.Open);
            case ')' or '}':
                return One(FilterTokenKind.Close);
            case ',':
                return One(FilterTokenKind.Comma);
            case '!':
                return One(FilterTokenKind.Operator);
            case '@' when At(1) == '(':
                _at += 2;
                return new FilterToken(FilterTokenKind.Open, "@(", start);
            case var quote when IsSingleQuote(quote):
                return Value(start, new FilterValue.Text(SingleQuoted(), new(start)));
            case var quote when IsDoubleQuote(quote):
                return Value(start, DoubleQuoted());
            case '$':
                return Value(start, Variable());
            case var dash when IsDash(dash) && char.IsAsciiLetter(At(1)):
                _at++;
                return new FilterToken(FilterTokenKind.Operator, Run(char.IsAsciiLetterOrDigit), start);
            default:
                return Word();
        }
    }

    private FilterToken One(FilterTokenKind kind) => new(kind, _text[_at].ToString(), _at++);

    private FilterToken Value(int start, FilterValue value) => new(FilterTokenKind.Value, _text[start.._at], start, value);

    private FilterToken Word()
    {
        var start = _at;
        var word = Run(c => !char.IsWhiteSpace(c) && !Ends.Contains(c, StringComparison.Ordinal) && !IsSingleQuote(c) && !IsDoubleQuote(c));
        return word.Length == 0 ? throw source.Error(start, $"'{_text[start]}' means nothing here.", "Put texts into quotes.")
            : FilterNumber.Read(word) is { } number ? Value(start, new FilterValue.Number(number, new(start)))
            : new FilterToken(FilterTokenKind.Word, word, start);
    }

    private string SingleQuoted()
    {
        var start = _at++;
        var content = new StringBuilder();
        for (; _at < _text.Length; _at++)
        {
            if (!IsSingleQuote(_text[_at]))
            {
                content.Append(_text[_at]);
            }
            else if (IsSingleQuote(At(1)))
            {
                content.Append(_text[_at++]);
            }
            else
            {
                _at++;
                return content.ToString();
            }
        }

        throw source.Error(start, "the quotation has no end.", "Close it with another '; a ' inside it is written twice.");
    }

    private FilterValue DoubleQuoted()
    {
        var start = _at++;
        var pieces = new List<FilterValue>();
        var (content, from) = (new StringBuilder(), _at);
        for (; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case var quote when IsDoubleQuote(quote) && IsDoubleQuote(At(1)):
                    content.Append(_text[_at++]);
                    break;
                case var quote when IsDoubleQuote(quote):
                    _at++;
                    Flush();
                    return pieces is [FilterValue.Text text] ? text with { At = new(start) }
                        : pieces.Count == 0 ? new FilterValue.Text("", new(start)) : new FilterValue.Expandable(pieces, new(start));
                case '`' when _at + 1 < _text.Length:
                    content.Append(Escaped(_text[++_at]));
                    break;
                case '$' when At(1) == '{' || At(1) == '(' || IsOfName(At(1)):
                    Flush();
                    pieces.Add(Variable(members: false));
                    from = _at--;
                    break;
                default:
                    content.Append(_text[_at]);
                    break;
            }
        }

        throw source.Error(start, "the quotation has no end.", "Close it with another \"; a \" inside it is written twice.");

        void Flush()
        {
            if (content.Length > 0)
            {
                pieces.Add(new FilterValue.Text(content.ToString(), new(from)));
                content.Clear();
            }
        }
    }

    private static char Escaped(char c) => c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '0' => '\0', _ => c };

    private FilterValue Variable(bool members = true)
    {
        var start = _at++;
        var braced = At(0) == '{';
        var name = braced ? Braced(start) : Run(IsOfName);
        if (name.Length == 0)
        {
            throw NoVariable(start);
        }

        var path = new List<string>();
        while (members && At(0) == '.' && IsOfName(At(1)))
        {
            _at++;
            path.Add(Run(IsOfMember));
        }

        if (members && At(0) == '[')
        {
            throw NoVariable(start);
        }

        return path.Count > 0 ? new FilterValue.Variable(name, path, new(start)) : name.ToUpperInvariant() switch
        {
            "NULL" => new FilterValue.Constant(null, new(start)),
            "TRUE" => new FilterValue.Constant(true, new(start)),
            "FALSE" => new FilterValue.Constant(false, new(start)),
            _ => new FilterValue.Variable(name, path, new(start)),
        };
    }

    private ModuleException NoVariable(int start) => source.Error(
        start, "this is no variable.", "Only variables and their members are taken, such as $name or $unit.HostingUnitUid; compute anything else before.");

    private string Braced(int start)
    {
        _at++;
        var name = Run(c => c != '}');
        if (_at++ == _text.Length)
        {
            throw source.Error(start, "the variable's name has no end.", "Close it with }.");
        }

        return name;
    }

    private static bool IsDash(char c) => c is '-' or '\u2013' or '\u2014' or '\u2015';

    private static bool IsSingleQuote(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b';

    private static bool IsDoubleQuote(char c) => c is '"' or '\u201c' or '\u201d' or '\u201e';

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or ':';

    private static bool IsOfMember(char c) => char.IsLetterOrDigit(c) || c == '_';

    private char At(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private string Run(Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < _text.Length && belongs(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }
}
