using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What a technician can do. Part of <see cref="Technician"/>.</summary>
public sealed class TechnicianSkill
{
    private TechnicianSkill() => Skill = null!;

    internal TechnicianSkill(TechnicianSkillDetails details) => (Skill, Level, CertifiedUntil) = (details.Skill.Skill, details.Skill.Level, details.CertifiedUntil);

    /// <summary>The name of the skill.</summary>
    public string Skill { get; private set; }

    /// <summary>The level.</summary>
    public int Level { get; private set; }

    /// <summary>The last day on which the certificate is valid; null where there is none.</summary>
    public LocalDate? CertifiedUntil { get; private set; }

    /// <summary>Whether the skill counts on a day: it has no certificate, or one that is still valid.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True when it does.</returns>
    public bool CountsOn(LocalDate day) => CertifiedUntil is not { } until || day <= until;
}
