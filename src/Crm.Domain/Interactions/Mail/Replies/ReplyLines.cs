using System.Text;

namespace Crm.Domain.Interactions;

/// <summary>The lines of a mail with what is known of each.</summary>
internal sealed class ReplyLines
{
    private readonly string _body;
    private readonly List<(int Start, int Length)> _lines = [];

    public ReplyLines(string body)
    {
        _body = body;
        var start = 0;
        while (true)
        {
            var length = body.AsSpan(start).IndexOfAny('\r', '\n');
            if (length < 0)
            {
                _lines.Add((start, body.Length - start));
                break;
            }

            _lines.Add((start, length));
            start = AfterEnd(start + length);
        }

        Kinds = new ReplyLineKind[_lines.Count];
        IsHidden = new bool[_lines.Count];
        IsCode = new bool[_lines.Count];
        IsSignature = new bool[_lines.Count];
        IsQuotation = new bool[_lines.Count];
    }

    public int Count => _lines.Count;

    public ReplyLineKind[] Kinds { get; }

    public bool[] IsHidden { get; }

    /// <summary>Whether the line is between fences of code.</summary>
    public bool[] IsCode { get; }

    /// <summary>Whether the line stands behind a signature's delimiter.</summary>
    public bool[] IsSignature { get; }

    /// <summary>Whether the line stands in a mail that a header line introduces.</summary>
    public bool[] IsQuotation { get; }

    public ReadOnlySpan<char> this[int index] => _body.AsSpan(_lines[index].Start, _lines[index].Length);

    /// <summary>The next line that is not blank, or the number of lines.</summary>
    public int NextFilled(int index)
    {
        do
        {
            index++;
        }
        while (index < Count && Kinds[index] == ReplyLineKind.Blank);
        return index;
    }

    public string Join(bool isHidden)
    {
        var text = new StringBuilder();
        for (var i = 0; i < Count; i++)
        {
            if (IsHidden[i] == isHidden)
            {
                text.Append(this[i]).Append('\n');
            }
        }

        return Trimmed(text);
    }

    public List<ReplyFragment> Fragments()
    {
        var fragments = new List<ReplyFragment>();
        var start = 0;
        for (var i = 1; i <= Count; i++)
        {
            if (i == Count || IsHidden[i] != IsHidden[start] || KindOf(i, start) != KindOf(start, start))
            {
                fragments.Add(new ReplyFragment(KindOf(start, start), IsHidden[start], Between(start, i)));
                start = i;
            }
        }

        return fragments;
    }

    // A blank line goes with the lines before it.
    private ReplyFragmentKind KindOf(int index, int start) =>
        Kinds[index] == ReplyLineKind.Blank && index > start ? KindOf(start, start)
        : IsSignature[index] || Kinds[index] is ReplyLineKind.Delimiter or ReplyLineKind.Device or ReplyLineKind.Frame ? ReplyFragmentKind.Signature
        : Kinds[index] is ReplyLineKind.Header or ReplyLineKind.Field ? ReplyFragmentKind.QuotationHeader
        : Kinds[index] == ReplyLineKind.Quote || IsQuotation[index] ? ReplyFragmentKind.Quotation
        : ReplyFragmentKind.Text;

    private string Between(int start, int end)
    {
        var text = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            text.Append(i > start ? "\n" : "").Append(this[i]);
        }

        return text.ToString();
    }

    // Broken gateways write CR CR LF, which ends one line; other CRs end a line each.
    private int AfterEnd(int end)
    {
        var run = end;
        while (run < _body.Length && _body[run] == '\r')
        {
            run++;
        }

        if (run < _body.Length && _body[run] == '\n')
        {
            return run + 1;
        }

        for (var blank = end + 1; blank < run; blank++)
        {
            _lines.Add((blank, 0));
        }

        return run;
    }

    private static string Trimmed(StringBuilder text) => text.ToString().AsSpan().Trim(LineText.Blanks).ToString();
}
