using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What a customer may read of a quote: the revision that was sent, without costs and without what staff noted.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Revision">The number of the revision.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ValidThrough">The last day on which it can be accepted.</param>
/// <param name="Lines">What is offered.</param>
/// <param name="Net">Sum after discounts and before tax.</param>
/// <param name="Tax">Sum of the taxes.</param>
/// <param name="Total">What is to be paid.</param>
public sealed record CustomerQuote(QuoteNumber Number, int Revision, QuoteStatus Status, LocalDate ValidThrough, IReadOnlyList<CustomerQuoteLine> Lines, Money Net, Money Tax, Money Total)
{
    /// <summary>What it is about.</summary>
    public string? Title { get; init; }

    /// <summary>Conditions in words.</summary>
    public string? Conditions { get; init; }

    internal static CustomerQuote Of(Quote quote, LocalDate today) => Of(quote, quote.Revision, today);

    internal static CustomerQuote Of(Quote quote, int revision, LocalDate today)
    {
        var written = quote.Revisions.First(r => r.Number == revision);
        return new(
            quote.Number,
            revision,
            quote.StatusOn(today),
            written.ValidThrough,
            [.. quote.LinesOf(revision).Select(l => new CustomerQuoteLine(l.Number, l.Sku, l.Description, l.Quantity, l.UnitPrice, l.Discount, l.TaxRate, l.Net, l.Tax))],
            written.Net,
            written.Tax,
            written.Total) { Title = written.Title, Conditions = written.Conditions };
    }
}
