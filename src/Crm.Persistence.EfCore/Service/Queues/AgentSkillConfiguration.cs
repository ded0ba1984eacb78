using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class AgentSkillConfiguration(CrmModel model) : IEntityTypeConfiguration<AgentSkill>
{
    public const string Table = "queue_agent_skills";

    public void Configure(EntityTypeBuilder<AgentSkill> builder)
    {
        builder.Part(model, Table, "AgentId");
        builder.Property<QueueAgentId>("AgentId").HasConversion<IdConverter<QueueAgentId>>();
        builder.HasKey("AgentId", nameof(AgentSkill.Skill)).HasName(model.Name("pk_queue_agent_skills"));
        builder.Property(s => s.Skill).HasMaxLength(SkillLevel.MaxNameLength);
    }
}
