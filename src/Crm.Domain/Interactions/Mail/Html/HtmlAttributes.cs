using System.Buffers;

namespace Crm.Domain.Interactions;

/// <summary>Reads the attributes of one tag up to its end, by the rules of WHATWG HTML, sections 13.2.5.32 to 13.2.5.39.</summary>
internal sealed class HtmlAttributes
{
    private static readonly SearchValues<char> s_nameEnd = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> s_valueEnd = SearchValues.Create(" \t\r\n\f>");

    private readonly string _html;

    /// <param name="html">The whole HTML.</param>
    /// <param name="nameStart">Where the tag's name begins.</param>
    public HtmlAttributes(string html, int nameStart)
    {
        _html = html;
        At = nameStart + Length(html.AsSpan(nameStart), " \t\r\n\f/>");
    }

    /// <summary>Where reading stands: at first behind the tag's name, in the end behind the tag.</summary>
    public int At { get; private set; }

    /// <summary>Whether the tag ends before the text does.</summary>
    public bool IsClosed { get; private set; }

    public ReadOnlyMemory<char> Name { get; private set; }

    public ReadOnlyMemory<char> Value { get; private set; }

    public bool Next()
    {
        while (At < _html.Length && (_html[At] == '/' || IsBlank(_html[At])))
        {
            At++;
        }

        if (At >= _html.Length)
        {
            return false;
        }

        if (_html[At] == '>')
        {
            At++;
            IsClosed = true;
            return false;
        }

        // A name can begin with an equals sign, which is then part of it.
        var length = 1 + Length(_html.AsSpan(At + 1), s_nameEnd);
        Name = _html.AsMemory(At, length);
        At += length;
        Value = default;
        ReadValue();
        return true;
    }

    private void ReadValue()
    {
        var equals = At;
        SkipBlanks(ref equals);
        if (equals >= _html.Length || _html[equals] != '=')
        {
            return;
        }

        At = equals + 1;
        var start = At;
        SkipBlanks(ref start);
        At = start;
        if (start >= _html.Length)
        {
            return;
        }

        if (_html[start] is ('"' or '\'') and var quote)
        {
            var end = _html.IndexOf(quote, start + 1);
            Value = end < 0 ? _html.AsMemory(start + 1) : _html.AsMemory(start + 1, end - start - 1);
            At = end < 0 ? _html.Length : end + 1;
        }
        else
        {
            var end = Length(_html.AsSpan(start), s_valueEnd);
            Value = _html.AsMemory(start, end);
            At = start + end;
        }
    }

    private void SkipBlanks(ref int at)
    {
        while (at < _html.Length && IsBlank(_html[at]))
        {
            at++;
        }
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';

    private static int Length(ReadOnlySpan<char> text, ReadOnlySpan<char> ends) => text.IndexOfAny(ends) is >= 0 and var end ? end : text.Length;

    private static int Length(ReadOnlySpan<char> text, SearchValues<char> ends) => text.IndexOfAny(ends) is >= 0 and var end ? end : text.Length;
}
