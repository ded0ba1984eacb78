using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class AgentChannelCapacityConfiguration(CrmModel model) : IEntityTypeConfiguration<AgentChannelCapacity>
{
    public const string Table = "queue_agent_channels";

    public void Configure(EntityTypeBuilder<AgentChannelCapacity> builder)
    {
        builder.Part(model, Table, "AgentId");
        builder.Property<QueueAgentId>("AgentId").HasConversion<IdConverter<QueueAgentId>>();
        builder.HasKey("AgentId", nameof(AgentChannelCapacity.Channel)).HasName(model.Name("pk_queue_agent_channels"));
    }
}
