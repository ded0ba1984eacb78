using Crm.Domain.Sales;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Sales;

/// <summary>How a quote is printed.</summary>
internal static class QuoteView
{
    public static void Write(CommandOutput output, Quote quote, string? token = null) => output.Write(
        new
        {
            quote.Id, Number = quote.Number.Value, quote.CustomerId, quote.OpportunityId, quote.Status, quote.Revision, quote.ValidThrough, quote.Current.Title,
            quote.Current.Net, quote.Current.Tax, quote.Total, quote.SubmittedBy, quote.ApprovedBy, quote.Reason, quote.DecidedAt, quote.OrderId, Token = token,
            Lines = quote.Lines.Select(l => new { l.Number, Product = l.Sku, l.Description, l.Quantity, l.UnitPrice, Discount = l.Discount.Percent, TaxRate = l.TaxRate.Percent, l.Net, l.Tax }),
            Revisions = quote.Revisions.OrderBy(r => r.Number).Select(r => new { r.Number, r.ValidThrough, r.Total, r.MadeAt, r.SentAt }),
            quote.Version,
        },
        report => report
            .Heading($"{quote.Number}/{quote.Revision} {quote.Status}")
            .Fields(
                ("Id", quote.Id), ("Customer", quote.CustomerId), ("Opportunity", quote.OpportunityId), ("About", quote.Current.Title), ("Valid through", quote.ValidThrough),
                ("Net", quote.Current.Net), ("Tax", quote.Current.Tax), ("Total", quote.Total), ("Reason", quote.Reason), ("Order", quote.OrderId), ("Token", token))
            .Table(
                ["Line", "Product", "Description", "Quantity", "Price", "Discount", "Tax rate", "Net"],
                quote.Lines.Select(l => new object?[] { l.Number, l.Sku, l.Description, l.Quantity, l.UnitPrice, l.Discount, l.TaxRate, l.Net })));
}
