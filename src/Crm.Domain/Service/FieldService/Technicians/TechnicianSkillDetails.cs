using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What a technician can do.</summary>
/// <param name="Skill">The skill with its level.</param>
/// <param name="CertifiedUntil">The last day on which the certificate is valid; null where there is none. After it the skill does not count.</param>
public sealed record TechnicianSkillDetails(SkillLevel Skill, LocalDate? CertifiedUntil = null);
