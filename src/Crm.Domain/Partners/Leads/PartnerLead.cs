using Crm.Domain.Sales;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>A lead as a partner may see it. Who it is and how it is reached is seen by the partner that took it, as far as <see cref="PartnerOptions.LeadFields"/> say so.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="IsTaken">Whether the partner took it; it is asked otherwise.</param>
/// <param name="AnswerBy">Until when it can answer.</param>
/// <param name="Status">Where the lead stands.</param>
/// <param name="Country">The country.</param>
/// <param name="Region">The region.</param>
/// <param name="City">The city.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Name">Who the person is.</param>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="JobTitle">What the person does there.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Phone">The telephone number.</param>
/// <param name="Address">The postal address in one line.</param>
/// <param name="Description">What else is known.</param>
public sealed record PartnerLead(
    LeadId LeadId,
    bool IsTaken,
    Instant? AnswerBy,
    LeadStatus Status,
    string? Country,
    string? Region,
    string? City,
    string? Topic,
    string? Name,
    string? Organisation,
    string? JobTitle,
    string? Email,
    string? Phone,
    string? Address,
    string? Description)
{
    internal static PartnerLead Of(OfferedLead lead, LeadOffering offering, ICollection<PartnerLeadField> fields)
    {
        var isTaken = offering.Status == LeadOfferingStatus.Accepted;
        string? Shown(PartnerLeadField field, string? value) => fields.Contains(field) && (isTaken || field == PartnerLeadField.Topic) ? value : null;
        return new PartnerLead(
            lead.Id,
            isTaken,
            offering.DueAt,
            lead.Status,
            lead.Address?.Country?.Code,
            lead.Address?.Region,
            lead.Address?.City,
            Shown(PartnerLeadField.Topic, lead.Topic),
            Shown(PartnerLeadField.Name, lead.Name),
            Shown(PartnerLeadField.Organisation, lead.Organisation),
            Shown(PartnerLeadField.JobTitle, lead.JobTitle),
            Shown(PartnerLeadField.Email, lead.Email),
            Shown(PartnerLeadField.Phone, lead.Phone),
            Shown(PartnerLeadField.Address, lead.Address?.ToString()),
            Shown(PartnerLeadField.Description, lead.Description));
    }
}
