using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>What a partner says of a deal that it registers.</summary>
/// <param name="Title">What it is about, at most <see cref="DealRegistration.MaxTitleLength"/> characters.</param>
/// <param name="Prospect">Who may buy, as the partner knows it, at most <see cref="DealRegistration.MaxProspectLength"/> characters.</param>
/// <param name="From">The first day of the period in which the deal is expected.</param>
/// <param name="Through">The last day of that period, at most 24 months later.</param>
/// <param name="Lines">What is to be sold: 1 to <see cref="DealRegistration.MaxLines"/> lines, each product once.</param>
public sealed record DealRegistrationDetails(string Title, string Prospect, LocalDate From, LocalDate Through, IReadOnlyList<DealLineDetails> Lines)
{
    /// <summary>The currency of the prices.</summary>
    /// <value>Euro by default.</value>
    public Currency Currency { get; init; } = Currency.Eur;

    /// <summary>How the prospect is reached, at most <see cref="DealRegistration.MaxContactLength"/> characters.</summary>
    public string? Contact { get; init; }

    /// <summary>What else is known, at most <see cref="DealRegistration.MaxNoteLength"/> characters.</summary>
    public string? Note { get; init; }
}
