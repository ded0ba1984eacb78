using System.Globalization;
using System.Text;

namespace Crm.Domain.Interactions;

/// <summary>Lays text and tags out as lines of plain text.</summary>
internal sealed class HtmlText
{
    // Deeper quotations and lists look the same: prefixes must not grow with the depth of hostile markup.
    private const int MaxQuoteDepth = 8;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _line = new();
    private readonly HtmlQuoteStack _quotes = new();
    private readonly Stack<int> _lists = new();
    private int _lastDepth;
    private int _preformatted;
    private bool _space;
    private bool _blankLineDue;
    private bool _lastIsBlank = true;
    private bool _isTight;

    public void Write(ReadOnlySpan<char> html)
    {
        var decoded = HtmlEntities.Decode(html);
        foreach (var c in decoded)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                Blank(c);
            }
            else if (c == '\u00A0')
            {
                Put(' ');
            }
            else if (!char.IsControl(c))
            {
                Put(c);
            }
        }
    }

    public void Open(string name, bool isQuotation, bool isTight)
    {
        switch (name)
        {
            case "p":
                _isTight = isTight;
                Boundary(name);
                break;
            case "br":
                EndLine();
                return;
            case "td" or "th":
                _space = _line.Length > 0;
                break;
            case "ol" or "ul" or "menu" or "dir":
                Boundary(isParagraph: _lists.Count == 0);
                _lists.Push(name == "ol" ? 1 : 0);
                break;
            case "li":
                Boundary(isParagraph: false);
                Marker();
                break;
            case "pre" or "listing":
                Boundary(isParagraph: true);
                _preformatted++;
                break;
            default:
                Boundary(name);
                break;
        }

        _quotes.Open(name, isQuotation);
    }

    public void Close(string name)
    {
        switch (name)
        {
            case "br":
                EndLine();
                return;
            case "ol" or "ul" or "menu" or "dir":
                _lists.TryPop(out _);
                Boundary(isParagraph: _lists.Count == 0);
                break;
            case "pre" or "listing":
                Boundary(isParagraph: true);
                _preformatted = Math.Max(0, _preformatted - 1);
                break;
            default:
                Boundary(name);
                break;
        }

        _quotes.Close(name);
    }

    public string Finish()
    {
        Boundary(isParagraph: false);
        return _text.ToString().Trim('\n');
    }

    private void Boundary(string name)
    {
        switch (name)
        {
            case "p":
                Boundary(isParagraph: !_isTight);
                break;
            case "blockquote" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "hr" or "dl" or "table" or "figure":
                Boundary(isParagraph: true);
                break;
            case "div" or "tr" or "li" or "dt" or "dd" or "section" or "article" or "aside" or "header" or "footer" or "nav" or "main" or "address"
                or "form" or "fieldset" or "center" or "thead" or "tbody" or "tfoot" or "caption" or "figcaption" or "details" or "summary" or "body" or "html":
                Boundary(isParagraph: false);
                break;
            default:
                break;
        }
    }

    private void Boundary(bool isParagraph)
    {
        if (_line.Length > 0)
        {
            EndLine();
        }

        _space = false;
        _blankLineDue |= isParagraph;
    }

    private void Marker()
    {
        if (_lists.TryPeek(out var number) && number > 0)
        {
            _lists.Pop();
            _lists.Push(number + 1);
            Put($"{number.ToString(CultureInfo.InvariantCulture)}. ");
        }
        else
        {
            Put("- ");
        }
    }

    private void Blank(char c)
    {
        if (_preformatted == 0)
        {
            _space = _line.Length > 0;
        }
        else if (c == '\n')
        {
            EndLine();
        }
        else if (c != '\r')
        {
            Put(' ');
        }
    }

    private void Put(string text)
    {
        foreach (var c in text)
        {
            Put(c);
        }
    }

    private void Put(char c)
    {
        if (_line.Length == 0 && _blankLineDue && !_lastIsBlank)
        {
            WriteLine("", Math.Min(_lastDepth, _quotes.Depth));
        }

        _blankLineDue = false;
        if (_space)
        {
            _line.Append(' ');
            _space = false;
        }

        _line.Append(c);
    }

    private void EndLine()
    {
        var line = _line.ToString().TrimEnd();
        _line.Clear();
        _space = false;
        WriteLine(line, _quotes.Depth);
    }

    private void WriteLine(string line, int depth)
    {
        _text.Append('>', Math.Min(depth, MaxQuoteDepth));
        if (depth > 0 && line.Length > 0)
        {
            _text.Append(' ');
        }

        _text.Append(line).Append('\n');
        _lastIsBlank = line.Length == 0;
        _lastDepth = depth;
    }
}
