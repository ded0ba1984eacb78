using System.Globalization;
using System.Text;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// The default document of a quote: one self-contained HTML page without script, for screens, screen readers and paper, in the shipped
/// languages; English words and forms stand in for others. All text that people wrote is encoded.
/// </summary>
public sealed class HtmlQuoteRenderer : IQuoteDocumentRenderer
{
    /// <inheritdoc />
    public Task<QuoteFile> RenderAsync(QuoteDocument document, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var html = Html(document);
        return Task.FromResult(new QuoteFile(QuoteFile.NameOf(document.Quote, "html"), "text/html; charset=utf-8", Encoding.UTF8.GetBytes(html)));
    }

    /// <summary>Writes the page.</summary>
    /// <param name="document">What it says.</param>
    /// <returns>The HTML text.</returns>
    /// <exception cref="ArgumentException">The link is neither http nor https.</exception>
    public static string Html(QuoteDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.AnswerLink is { } link && !QuoteOptions.IsWebAddress(link))
        {
            throw new ArgumentException("A link of http or https was expected.", nameof(document));
        }

        return new Page(document).Write().ToString();
    }

    /// <summary>One page that is being written.</summary>
    private sealed class Page
    {
        private readonly QuoteDocument _document;
        private readonly CustomerQuote _quote;
        private readonly CultureInfo _culture;
        private readonly bool _hasDiscount;
        private readonly bool _hasTax;

        public Page(QuoteDocument document)
        {
            (_document, _quote, _culture) = (document, document.Quote, CrmTexts.IsShipped(document.Culture) ? document.Culture : CultureInfo.GetCultureInfo("en"));
            (_hasDiscount, _hasTax) = (_quote.Lines.Any(l => l.Discount != Percentage.Zero), _quote.Lines.Any(l => l.TaxRate != Percentage.Zero));
        }

        public QuoteMarkup Write() => $"""
            <!DOCTYPE html>
            <html lang="{_culture.Name}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <title>{Label(QuoteDocumentLabel.Quote)} {_quote.Number.Value}{(_document.Issuer is null ? null : $" – {_document.Issuer.Name}")}</title>
            <style>
            {Style()}
            </style>
            </head>
            <body>
            <main>
            {Issuer()}<h1>{Label(QuoteDocumentLabel.Quote)} <span dir="auto">{_quote.Number.Value}</span></h1>
            {QuoteMarkup.When(_quote.Title is not null, () => $"<p class=\"about\" dir=\"auto\">{_quote.Title}</p>\n")}{State()}<div class="parties">
            <section>
            <h2>{Label(QuoteDocumentLabel.PreparedFor)}</h2>
            <address dir="auto">{QuoteMarkup.Lines([_document.CustomerName, .. _document.AddressLines])}</address>
            </section>
            <dl>
            <dt>{Label(QuoteDocumentLabel.Date)}</dt><dd>{Day(_document.MadeOn)}</dd>
            <dt>{Label(QuoteDocumentLabel.ValidThrough)}</dt><dd>{Day(_quote.ValidThrough)}</dd>
            <dt>{Label(QuoteDocumentLabel.Revision)}</dt><dd>{_quote.Revision}</dd>
            </dl>
            </div>
            <div class="lines" role="region" tabindex="0" aria-labelledby="lines">
            <table role="table">
            <caption id="lines">{Label(QuoteDocumentLabel.AllAmountsIn)} {_quote.Total.Currency.Code}</caption>
            <thead role="rowgroup"><tr role="row">{Heads()}</tr></thead>
            <tbody role="rowgroup">
            {QuoteMarkup.Join(_quote.Lines.Select(Line))}</tbody>
            </table>
            </div>
            {Totals()}{QuoteMarkup.When(_quote.Conditions is not null, () => $"<section class=\"conditions\">\n<h2>{Label(QuoteDocumentLabel.Conditions)}</h2>\n<p dir=\"auto\">{_quote.Conditions}</p>\n</section>\n")}{Answer()}</main>
            </body>
            </html>

            """;

        private static QuoteMarkup Style()
        {
            var style = new QuoteMarkup(0, 0);
            style.AppendLiteral(HtmlQuoteStyle.Css);
            return style;
        }

        private QuoteMarkup Issuer() => _document.Issuer is not { } issuer ? QuoteMarkup.None : $"""
            <header class="issuer" dir="auto"><strong>{issuer.Name}</strong>{QuoteMarkup.Lines(issuer.Lines)}</header>

            """;

        // A quote that is with its customer says so by itself; whatever else it is has to be seen at once.
        private QuoteMarkup State()
        {
            var state = _document.IsSuperseded ? Label(QuoteDocumentLabel.ReplacedByANewerRevision) : _quote.Status == QuoteStatus.Sent ? null : CrmNames.Of(_quote.Status, _culture);
            return state is null ? QuoteMarkup.None : $"<p class=\"state\">{state}</p>\n";
        }

        private QuoteMarkup Heads() => $"""
            <th scope="col" role="columnheader">{Label(QuoteDocumentLabel.Position)}</th><th scope="col" role="columnheader" class="what">{Label(QuoteDocumentLabel.Description)}</th>{Head(QuoteDocumentLabel.Quantity)}{Head(QuoteDocumentLabel.UnitPrice)}{QuoteMarkup.When(_hasDiscount, () => Head(QuoteDocumentLabel.Discount))}{QuoteMarkup.When(_hasTax, () => Head(QuoteDocumentLabel.Tax))}{Head(QuoteDocumentLabel.Amount)}
            """;

        private QuoteMarkup Head(QuoteDocumentLabel label) => $"<th scope=\"col\" role=\"columnheader\" class=\"number\">{Label(label)}</th>";

        // Narrow screens show a line as a block, each figure after its label; the roles keep it a table for screen readers.
        private QuoteMarkup Line(CustomerQuoteLine line) => $"""
            <tr role="row"><td role="cell">{line.Number}</td><th scope="row" role="rowheader" class="what" dir="auto">{line.Description}{QuoteMarkup.When(line.Sku is not null, () => $"<small>{line.Sku}</small>")}</th>{Cell(QuoteDocumentLabel.Quantity, line.Quantity.ToString("#,##0.####", _culture))}{Cell(QuoteDocumentLabel.UnitPrice, Amount(line.UnitPrice))}{QuoteMarkup.When(_hasDiscount, () => Cell(QuoteDocumentLabel.Discount, line.Discount == Percentage.Zero ? null : Share(line.Discount)))}{QuoteMarkup.When(_hasTax, () => Cell(QuoteDocumentLabel.Tax, Share(line.TaxRate)))}{Cell(QuoteDocumentLabel.Amount, Amount(line.Net))}</tr>

            """;

        private QuoteMarkup Totals() => $"""
            <table class="totals">
            <tbody>
            {QuoteMarkup.When(_hasTax, () => $"{Sum(Label(QuoteDocumentLabel.Subtotal), Amount(_quote.Net))}{QuoteMarkup.Join(_quote.Lines.Where(l => l.TaxRate != Percentage.Zero).GroupBy(l => l.TaxRate).OrderByDescending(g => g.Key).Select(Tax))}")}<tr class="total"><th scope="row">{Label(QuoteDocumentLabel.Total)}</th>{Number(_quote.Total.ToString("N", _culture))}</tr>
            </tbody>
            </table>

            """;

        private QuoteMarkup Tax(IGrouping<Percentage, CustomerQuoteLine> rate) =>
            Sum($"{Label(QuoteDocumentLabel.Tax)} {Share(rate.Key)}", Amount(rate.Aggregate(Money.Zero(_quote.Total.Currency), (sum, l) => sum + l.Tax)));

        private static QuoteMarkup Sum(string label, string amount) => $"<tr><th scope=\"row\">{label}</th>{Number(amount)}</tr>\n";

        private QuoteMarkup Cell(QuoteDocumentLabel label, string? text) => $"<td role=\"cell\" class=\"number\" data-label=\"{Label(label)}\">{text}</td>";

        private static QuoteMarkup Number(string? text) => $"<td class=\"number\">{text}</td>";

        private QuoteMarkup Answer() => _document.AnswerLink is not { } link ? QuoteMarkup.None : $"""
            <p class="answer"><a href="{link.AbsoluteUri}">{Label(QuoteDocumentLabel.AnswerOnline)}<span>{link.AbsoluteUri}</span></a></p>

            """;

        private QuoteMarkup Day(LocalDate day) => $"<time datetime=\"{day.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture)}\">{day.ToDateOnly().ToString("D", _culture)}</time>";

        private string Amount(Money amount) => amount.ToString("N", _culture)[..^(Currency.CodeLength + 1)];

        private string Share(Percentage share) => share.ToString(null, _culture).Replace(' ', '\u00A0');

        private string Label(QuoteDocumentLabel label) => CrmNames.Of(label, _culture);
    }
}
