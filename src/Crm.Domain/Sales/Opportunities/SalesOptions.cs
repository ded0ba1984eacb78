using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>What holds for selling.</summary>
public sealed class SalesOptions
{
    /// <summary>The business's own currency, in which amounts are frozen when an opportunity closes.</summary>
    /// <value>Null by default: each amount stays in its own currency. Where it is set and other currencies are used, the host registers <see cref="IExchangeRates"/>.</value>
    public Currency? BaseCurrency { get; set; }

    /// <summary>The reasons why opportunities are lost; add your own with <see cref="LossReasonCatalog.Register"/>.</summary>
    /// <value>The built-in reasons by default.</value>
    public LossReasonCatalog LossReasons { get; } = new();

    /// <summary>What leads get points for, and what happens at how many.</summary>
    /// <value>Nothing by default.</value>
    public LeadScoring LeadScoring { get; } = new();

    /// <summary>How chances of opportunities are learned.</summary>
    /// <value>The usual smoothing and thresholds by default.</value>
    public WinProbabilityOptions WinProbability { get; set; } = new();

    /// <summary>What a seller may promise alone.</summary>
    public QuoteOptions Quotes { get; } = new();
}
