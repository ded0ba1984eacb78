namespace Crm.Domain.Interactions;

/// <summary>Counts how deep in quotations the text stands, though tags be missing or too many.</summary>
internal sealed class HtmlQuoteStack
{
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly Stack<(string Name, int Open)> _quotes = new();

    public int Depth => _quotes.Count;

    public void Open(string name, bool isQuotation)
    {
        if (!CanQuote(name))
        {
            return;
        }

        var open = _open[name] = _open.GetValueOrDefault(name) + 1;
        if (isQuotation)
        {
            _quotes.Push((name, open));
        }
    }

    public void Close(string name)
    {
        if (!CanQuote(name) || _open.GetValueOrDefault(name) is not (> 0 and var open))
        {
            return;
        }

        _open[name] = open - 1;
        if (_quotes.TryPeek(out var quote) && quote == (name, open))
        {
            _quotes.Pop();
        }
    }

    private static bool CanQuote(string name) => name is "blockquote" or "div" or "section";
}
