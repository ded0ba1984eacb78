namespace Crm.Domain.Service;

/// <summary>What an agent can do. Part of <see cref="QueueAgent"/>.</summary>
public sealed class AgentSkill
{
    private AgentSkill() => Skill = null!;

    internal AgentSkill(SkillLevel skill) => (Skill, Level) = (skill.Skill, skill.Level);

    /// <summary>The name of the skill.</summary>
    public string Skill { get; private set; }

    /// <summary>The level.</summary>
    public int Level { get; private set; }
}
