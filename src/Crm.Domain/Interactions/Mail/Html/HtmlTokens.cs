namespace Crm.Domain.Interactions;

/// <summary>
/// Cuts HTML into text and tags as browsers do (WHATWG HTML, section 13.2.5), in one pass: comments, declarations and the content of elements
/// that show no text are skipped, and a tag that the text ends in is dropped.
/// </summary>
internal sealed class HtmlTokens(string html)
{
    private const int MaxName = 32;

    private int _at;
    private string? _raw;

    public HtmlTokenKind Kind { get; private set; }

    /// <summary>The text between two tags, entities not decoded.</summary>
    public ReadOnlyMemory<char> Text { get; private set; }

    /// <summary>The tag's name in lower case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether the start tag begins a quoted mail.</summary>
    public bool IsQuotation { get; private set; }

    /// <summary>Whether the start tag is a paragraph that stands without space around it, as Word writes each line.</summary>
    public bool IsTight { get; private set; }

    public bool Next()
    {
        if (_raw is { } name)
        {
            SkipRaw(name);
        }

        while (_at < html.Length)
        {
            var start = _at;
            var rest = html.AsSpan(start);
            if (rest[0] != '<' || !BeginsMarkup(rest))
            {
                _at += TextLength(rest);
                Kind = HtmlTokenKind.Text;
                Text = html.AsMemory(start, _at - start);
                return true;
            }

            if (rest[1] is '!' or '?' || (rest[1] == '/' && !char.IsAsciiLetter(rest[2])))
            {
                _at += CommentLength(rest);
            }
            else
            {
                return Tag();
            }
        }

        return false;
    }

    private static bool BeginsMarkup(ReadOnlySpan<char> rest) => rest.Length > 1
        && (char.IsAsciiLetter(rest[1]) || rest[1] is '!' or '?' || (rest[1] == '/' && rest.Length > 2));

    private static int TextLength(ReadOnlySpan<char> rest)
    {
        var next = rest[1..].IndexOf('<');
        return next < 0 ? rest.Length : next + 1;
    }

    private static int CommentLength(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("<!--"))
        {
            return rest.IndexOf('>') is >= 0 and var end ? end + 1 : rest.Length;
        }

        // <!--> and <!---> are whole comments.
        var body = rest[4..];
        if (body is ['>', ..] or ['-', '>', ..])
        {
            return body[0] == '>' ? 5 : 6;
        }

        var close = body.IndexOf("-->", StringComparison.Ordinal);
        var bang = (close < 0 ? body : body[..close]).IndexOf("--!>", StringComparison.Ordinal);
        return bang >= 0 ? bang + 8 : close >= 0 ? close + 7 : rest.Length;
    }

    private bool Tag()
    {
        var isEnd = html[_at + 1] == '/';
        var start = _at + (isEnd ? 2 : 1);
        var attributes = new HtmlAttributes(html, start);
        Name = NameOf(html.AsSpan(start, attributes.At - start));
        var isQuotation = Name == "blockquote";
        IsTight = false;
        while (attributes.Next())
        {
            IsTight |= Name == "p" && attributes.Name.Span.Equals("class", StringComparison.OrdinalIgnoreCase) && attributes.Value.Span.StartsWith("Mso", StringComparison.Ordinal);
            isQuotation |= !isEnd && HtmlQuotations.Marks(Name, attributes.Name.Span, attributes.Value.Span);
        }

        _at = attributes.At;
        if (!attributes.IsClosed)
        {
            return false;
        }

        Kind = isEnd ? HtmlTokenKind.End : HtmlTokenKind.Start;
        IsQuotation = isQuotation;
        _raw = !isEnd && Name is ("script" or "style" or "title" or "template" or "iframe" or "noembed" or "noframes") ? Name : null;
        return true;
    }

    private static string NameOf(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[MaxName];
        var length = Math.Min(name.Length, MaxName);
        name[..length].ToLowerInvariant(lower);
        return new string(lower[..length]);
    }

    private void SkipRaw(string name)
    {
        _raw = null;
        while (_at < html.Length)
        {
            var next = html.IndexOf("</", _at, StringComparison.Ordinal);
            if (next < 0)
            {
                _at = html.Length;
                return;
            }

            var rest = html.AsSpan(next + 2);
            if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (rest.Length == name.Length || !char.IsAsciiLetterOrDigit(rest[name.Length])))
            {
                _at = next;
                return;
            }

            _at = next + 2;
        }
    }
}
