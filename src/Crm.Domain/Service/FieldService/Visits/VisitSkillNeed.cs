namespace Crm.Domain.Service;

/// <summary>A skill that a visit needs.</summary>
/// <param name="Skill">The skill with the level that is enough.</param>
/// <param name="IsCertified">Whether a certificate is needed that is valid on the day of the visit.</param>
public sealed record VisitSkillNeed(SkillLevel Skill, bool IsCertified = false);
