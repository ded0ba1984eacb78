using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Crm.Domain.Sales;

/// <summary>HTML that is written as an interpolated text: what is filled in is encoded, unless it is markup itself.</summary>
[InterpolatedStringHandler]
internal readonly struct QuoteMarkup(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new(literalLength + (24 * formattedCount));

    public static QuoteMarkup None => $"";

    public static QuoteMarkup When(bool condition, Func<QuoteMarkup> markup) => condition ? markup() : None;

    public static QuoteMarkup Lines(IEnumerable<string> lines) => Join(lines.Select((line, index) => index == 0 ? (QuoteMarkup)$"{line}" : $"<br>{line}"));

    public static QuoteMarkup Join(IEnumerable<QuoteMarkup> parts)
    {
        var joined = new QuoteMarkup(0, 0);
        foreach (var part in parts)
        {
            joined._text.Append(part._text);
        }

        return joined;
    }

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(string? text) => _text.Append(s_encoder.Encode(text ?? string.Empty));

    public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(QuoteMarkup markup) => _text.Append(markup._text);

    public override string ToString() => _text.ToString();
}
