using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What holds for a whole quote.</summary>
/// <param name="ValidThrough">The last day on which it can be accepted, in the business's own time zone.</param>
public sealed record QuoteTerms(LocalDate ValidThrough)
{
    /// <summary>What it is about, at most 200 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Conditions in words, at most 4,000 characters.</summary>
    public string? Conditions { get; init; }
}
