using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>What a seller may promise alone.</summary>
public sealed class QuoteOptions
{
    /// <summary>
    /// Totals above which a quote needs somebody's approval, one for each currency. A quote in a currency that is not listed needs
    /// approval when others are.
    /// </summary>
    /// <value>Empty by default: no total needs approval.</value>
    public IList<Money> ApprovalLimits { get; } = [];

    /// <summary>The discount on any line above which a quote needs somebody's approval.</summary>
    /// <value>100 % by default: no discount needs approval.</value>
    public Percentage ApprovalDiscount { get; set; } = Percentage.Hundred;

    /// <summary>Whether a quote needs approval before it goes out.</summary>
    /// <param name="quote">The quote.</param>
    /// <returns>Whether it is beyond a limit.</returns>
    public bool NeedsApproval(Quote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var total = quote.Total;
        var limits = ApprovalLimits.Where(l => l.Currency == total.Currency).ToList();
        return quote.Lines.Any(l => l.Discount > ApprovalDiscount)
            || (ApprovalLimits.Count > 0 && (limits.Count == 0 || limits.Exists(l => total > l)));
    }
}
