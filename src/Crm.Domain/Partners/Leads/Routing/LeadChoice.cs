namespace Crm.Domain.Partners;

/// <summary>A partner that was chosen for a lead, and how.</summary>
/// <param name="PartnerId">The partner.</param>
/// <param name="Reach">How far one had to look.</param>
/// <param name="Candidates">Among whom it was drawn, in the order of the draw.</param>
/// <param name="Number">The number that was drawn.</param>
public sealed record LeadChoice(PartnerId PartnerId, PartnerReach Reach, IReadOnlyList<LeadCandidate> Candidates, long Number)
{
    /// <summary>A choice by a member of staff.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <returns>The choice.</returns>
    public static LeadChoice ByHand(PartnerId partnerId) => new(partnerId, PartnerReach.ByHand, [], 0);
}
