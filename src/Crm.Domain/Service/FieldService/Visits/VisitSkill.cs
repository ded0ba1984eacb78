namespace Crm.Domain.Service;

/// <summary>A skill that a visit needs. Part of <see cref="ServiceVisit"/>.</summary>
public sealed class VisitSkill
{
    private VisitSkill() => Skill = null!;

    internal VisitSkill(VisitSkillNeed need) => (Skill, Level, IsCertified) = (need.Skill.Skill, need.Skill.Level, need.IsCertified);

    /// <summary>The name of the skill.</summary>
    public string Skill { get; private set; }

    /// <summary>The level that is enough.</summary>
    public int Level { get; private set; }

    /// <summary>Whether a certificate is needed that is valid on the day of the visit.</summary>
    public bool IsCertified { get; private set; }
}
