using Crm.Domain.Access;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class QueueAgentConfiguration(CrmModel model) : IEntityTypeConfiguration<QueueAgent>
{
    public const string Table = "queue_agents";

    public void Configure(EntityTypeBuilder<QueueAgent> builder)
    {
        builder.Aggregate<QueueAgent, QueueAgentId>(model, Table);
        builder.Property(a => a.UserId).HasMaxLength(Actor.MaxIdLength);
        builder.HasParts(model, a => a.Skills, Table, AgentSkillConfiguration.Table, "AgentId");
        builder.HasParts(model, a => a.ChannelCapacities, Table, AgentChannelCapacityConfiguration.Table, "AgentId");
        builder.CrmIndex(model, "ux_queue_agents_user", true, nameof(QueueAgent.UserId));
    }
}
