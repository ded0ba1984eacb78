using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>What a partner got.</summary>
/// <param name="Kind">A benefit or a payout.</param>
/// <param name="Amount">How much; above zero.</param>
/// <param name="Reason">What for, at most 300 characters.</param>
/// <param name="From">The first day of the period that it is for.</param>
/// <param name="Through">The last day of that period.</param>
public sealed record PartnerFactDetails(PartnerFactKind Kind, Money Amount, string Reason, LocalDate From, LocalDate Through)
{
    /// <summary>The record that it comes from, such as an opportunity.</summary>
    public SubjectReference? Source { get; init; }
}
