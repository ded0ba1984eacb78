using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>One revision of a quote: what was promised, to be read for ever. Part of <see cref="Quote"/>.</summary>
public sealed class QuoteRevision
{
    private QuoteRevision() => (Net, Tax, Total) = (null!, null!, null!);

    internal QuoteRevision(int number, QuoteTerms terms, IReadOnlyCollection<QuoteLine> lines, Instant at)
    {
        (Number, MadeAt) = (number, at);
        (Net, Tax, Total) = (null!, null!, null!);
        Rewrite(terms, lines);
    }

    /// <summary>The number of the revision, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What it is about.</summary>
    public string? Title { get; private set; }

    /// <summary>The last day on which it can be accepted, in the business's own time zone.</summary>
    public LocalDate ValidThrough { get; private set; }

    /// <summary>Conditions in words.</summary>
    public string? Conditions { get; private set; }

    /// <summary>Sum of the lines after discounts and before tax.</summary>
    public Money Net { get; private set; }

    /// <summary>Sum of the taxes of the lines.</summary>
    public Money Tax { get; private set; }

    /// <summary>What the customer pays.</summary>
    public Money Total { get; private set; }

    /// <summary>When it was begun.</summary>
    public Instant MadeAt { get; private set; }

    /// <summary>When it was sent; null when it never was.</summary>
    public Instant? SentAt { get; internal set; }

    internal void Rewrite(QuoteTerms terms, IReadOnlyCollection<QuoteLine> lines)
    {
        (Title, ValidThrough, Conditions) = (terms.Title, terms.ValidThrough, terms.Conditions);
        var none = Money.Zero(lines.First().UnitPrice.Currency);
        (Net, Tax) = (lines.Aggregate(none, (sum, l) => sum + l.Net), lines.Aggregate(none, (sum, l) => sum + l.Tax));
        Total = Net + Tax;
    }
}
