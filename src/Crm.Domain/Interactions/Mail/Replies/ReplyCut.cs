namespace Crm.Domain.Interactions;

/// <summary>Decides from the kinds of all lines which of them are the author's.</summary>
internal sealed class ReplyCut
{
    private readonly ReplyLines _lines;
    private int[] _open = [];

    private ReplyCut(ReplyLines lines) => _lines = lines;

    /// <summary>Hides what is not the author's. Something always stays of a mail that is not blank.</summary>
    public static void Apply(ReplyLines lines)
    {
        var cut = new ReplyCut(lines);
        cut.HideSignature();
        cut.Hide(ReplyLineKind.Device, ReplyLineKind.Frame);
        cut.KeepTextBelowQuotation();
        cut.HideMailBelowHeader();
        cut.HideMailBelowFields();
        cut.HideLastQuotation();
        cut.Hide(ReplyLineKind.Header, ReplyLineKind.Field);
        cut.KeepSomething();
    }

    private void HideSignature()
    {
        var hasText = false;
        for (var i = 0; i < _lines.Count; i++)
        {
            hasText |= _lines.Kinds[i] == ReplyLineKind.Text;
            if (_lines.Kinds[i] != ReplyLineKind.Delimiter)
            {
                continue;
            }

            if (hasText)
            {
                HideFrom(i);
                _lines.IsSignature.AsSpan(i).Fill(value: true);
                break;
            }

            _lines.IsHidden[i] = true;
        }

        _open = [.. Enumerable.Range(0, _lines.Count).Where(i => !_lines.IsHidden[i])];
    }

    private void Hide(ReplyLineKind kind, ReplyLineKind other)
    {
        foreach (var i in _open)
        {
            _lines.IsHidden[i] |= _lines.Kinds[i] == kind || _lines.Kinds[i] == other;
        }

        _open = [.. _open.Where(i => !_lines.IsHidden[i])];
    }

    /// <summary>The author answered once, below the whole quotation.</summary>
    private void KeepTextBelowQuotation()
    {
        var first = IndexOf(0, ReplyLineKind.Text);
        if (first < _open.Length && FirstFilled() is { } start && _lines.Kinds[start] == ReplyLineKind.Header && IsTextToTheEnd(first))
        {
            for (var at = 0; at < first; at++)
            {
                _lines.IsHidden[_open[at]] = true;
                _lines.IsQuotation[_open[at]] = true;
            }

            _open = _open[first..];
        }
    }

    /// <summary>A header line below the author's text: the mail that follows is hidden, unless it is answered line by line.</summary>
    private void HideMailBelowHeader()
    {
        var below = new LinesBelow(_lines, _open);
        bool? isAnswered = null;
        for (var at = 0; at < _open.Length; at++)
        {
            if (_lines.Kinds[_open[at]] != ReplyLineKind.Header || !IsBelowText(at))
            {
                continue;
            }

            if (below.EndsInMail(at, isAnswered is null && AnnouncesAnswers(at)))
            {
                HideQuotation(at);
                return;
            }

            isAnswered = false;
        }
    }

    private void HideMailBelowFields()
    {
        var below = new LinesBelow(_lines, _open);
        var at = IndexOf(0, ReplyLineKind.Text);
        while ((at = IndexOf(at, ReplyLineKind.Field)) < _open.Length)
        {
            // Below the block: words without marks are the mail's own; marked ones can be answered line by line.
            var first = at;
            while (at < _open.Length && _lines.Kinds[_open[at]] is ReplyLineKind.Field or ReplyLineKind.Blank)
            {
                at++;
            }

            if (at == _open.Length || _lines.Kinds[_open[at]] != ReplyLineKind.Quote || below.EndsInMail(first, isAnswered: false))
            {
                HideQuotation(first);
                return;
            }
        }
    }

    private void HideLastQuotation()
    {
        if (IndexOf(0, ReplyLineKind.Text) == _open.Length)
        {
            return;
        }

        var end = _open.Length;
        while (_lines.Kinds[_open[end - 1]] != ReplyLineKind.Text)
        {
            end--;
        }

        HideQuotation(end);
    }

    private void KeepSomething()
    {
        if (HasVisible())
        {
            return;
        }

        for (var i = 0; i < _lines.Count; i++)
        {
            _lines.IsHidden[i] = _lines.Kinds[i] is ReplyLineKind.Header or ReplyLineKind.Field or ReplyLineKind.Device or ReplyLineKind.Frame or ReplyLineKind.Delimiter;
        }

        if (!HasVisible())
        {
            _lines.IsHidden.AsSpan().Clear();
        }
    }

    /// <summary>Whether the text above only greets, or says that the answers are below.</summary>
    private bool AnnouncesAnswers(int header)
    {
        var above = new List<string>();
        for (var at = 0; at < header && above.Count <= ReplyGreetings.MaxLines; at++)
        {
            if (_lines.Kinds[_open[at]] == ReplyLineKind.Text)
            {
                above.Add(_lines[_open[at]].ToString());
            }
        }

        return ReplyGreetings.AnnouncesAnswers(above);
    }

    private bool IsBelowText(int at)
    {
        do
        {
            at--;
        }
        while (at >= 0 && _lines.Kinds[_open[at]] == ReplyLineKind.Blank);
        return at >= 0 && _lines.Kinds[_open[at]] == ReplyLineKind.Text;
    }

    private bool IsTextToTheEnd(int at)
    {
        for (; at < _open.Length; at++)
        {
            if (_lines.Kinds[_open[at]] is not (ReplyLineKind.Text or ReplyLineKind.Blank))
            {
                return false;
            }
        }

        return true;
    }

    private int IndexOf(int at, ReplyLineKind kind)
    {
        while (at < _open.Length && _lines.Kinds[_open[at]] != kind)
        {
            at++;
        }

        return at;
    }

    private int? FirstFilled() => _open.Where(i => _lines.Kinds[i] != ReplyLineKind.Blank).Select(i => (int?)i).FirstOrDefault();

    private void HideQuotation(int at)
    {
        for (var hidden = at; hidden < _open.Length; hidden++)
        {
            _lines.IsHidden[_open[hidden]] = true;
            _lines.IsQuotation[_open[hidden]] = true;
        }

        _open = _open[..at];
    }

    private void HideFrom(int line) => _lines.IsHidden.AsSpan(line).Fill(value: true);

    private bool HasVisible() => Enumerable.Range(0, _lines.Count).Any(i => !_lines.IsHidden[i] && _lines.Kinds[i] != ReplyLineKind.Blank);
}
