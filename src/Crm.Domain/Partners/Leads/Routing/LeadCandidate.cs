namespace Crm.Domain.Partners;

/// <summary>A partner that a lead could be offered to, with its share of the draw.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="Weight">Its weight, above zero.</param>
public sealed record LeadCandidate(PartnerId PartnerId, int Weight);
