namespace Crm.Domain.Interactions;

/// <summary>What follows each line that is still open, counted once from the end.</summary>
internal sealed class LinesBelow
{
    // A shorter text below a quotation that follows an answer is a footer, or what a mail program wrapped out of the quotation.
    private const int MinTextBelow = 7;

    private readonly int[] _nextQuote;
    private readonly int[] _nextText;
    private readonly int[] _texts;
    private readonly int _lastMark = -1;

    public LinesBelow(ReplyLines lines, int[] open)
    {
        _nextQuote = new int[open.Length + 1];
        _nextText = new int[open.Length + 1];
        _texts = new int[open.Length + 1];
        _nextQuote[^1] = _nextText[^1] = open.Length;
        for (var at = open.Length - 1; at >= 0; at--)
        {
            var kind = lines.Kinds[open[at]];
            _nextQuote[at] = kind == ReplyLineKind.Quote ? at : _nextQuote[at + 1];
            _nextText[at] = kind == ReplyLineKind.Text ? at : _nextText[at + 1];
            _texts[at] = _texts[at + 1] + (kind == ReplyLineKind.Text ? 1 : 0);
            if (_lastMark < 0 && kind is not (ReplyLineKind.Text or ReplyLineKind.Blank))
            {
                _lastMark = at;
            }
        }
    }

    /// <summary>Whether all that follows the header line is the quoted mail, and at most a few words below it.</summary>
    /// <param name="header">The header line's place.</param>
    /// <param name="isAnswered">Whether the words below are the author's, however few.</param>
    public bool EndsInMail(int header, bool isAnswered)
    {
        var quote = _nextQuote[header + 1];
        var text = _nextText[header + 1];
        var end = _texts.Length - 1;
        return quote == end || text == end || (!isAnswered && text > quote && text > _lastMark && _texts[text] < MinTextBelow);
    }
}
