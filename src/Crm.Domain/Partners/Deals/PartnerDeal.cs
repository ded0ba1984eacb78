using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>A registration as its partner may see it: neither who decides, nor which customer of the business the prospect is, nor who was faster.</summary>
/// <param name="Id">The registration.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Prospect">Who may buy, as the partner knows it.</param>
/// <param name="Contact">How the prospect is reached.</param>
/// <param name="Note">What else the partner said.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why it was returned, rejected or refused.</param>
/// <param name="From">The first day of the period.</param>
/// <param name="Through">The last day of the period.</param>
/// <param name="ExtensionThrough">The last day of the longer period that was asked for.</param>
/// <param name="SubmittedAt">When it was submitted last.</param>
/// <param name="ApprovedAt">When it was approved.</param>
/// <param name="Currency">The currency of the prices.</param>
/// <param name="Amount">What it is expected to bring.</param>
/// <param name="Lines">What is to be sold.</param>
/// <param name="Version">Its version.</param>
public sealed record PartnerDeal(
    DealRegistrationId Id,
    string Title,
    string Prospect,
    string? Contact,
    string? Note,
    DealRegistrationStatus Status,
    string? Reason,
    LocalDate From,
    LocalDate Through,
    LocalDate? ExtensionThrough,
    Instant? SubmittedAt,
    Instant? ApprovedAt,
    string Currency,
    decimal Amount,
    IReadOnlyList<DealLineDetails> Lines,
    long Version)
{
    internal static PartnerDeal Of(DealRegistration d) => new(
        d.Id,
        d.Title,
        d.Prospect,
        d.Contact,
        d.Note,
        d.Status,
        d.Reason,
        d.From,
        d.Through,
        d.ExtensionThrough,
        d.SubmittedAt,
        d.ApprovedAt,
        d.Currency.Code,
        d.Amount.Amount,
        [.. d.Lines.Select(l => new DealLineDetails(l.Sku, l.Quantity, l.UnitPrice))],
        d.Version);
}
