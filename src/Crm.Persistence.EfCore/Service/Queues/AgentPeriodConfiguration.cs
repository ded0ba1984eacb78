using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class AgentPeriodConfiguration(CrmModel model) : IEntityTypeConfiguration<AgentPeriod>
{
    public const string Table = "queue_agent_periods";

    public void Configure(EntityTypeBuilder<AgentPeriod> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(p => p.Id).HasName(model.Name("pk_queue_agent_periods"));
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<QueueAgent>().WithMany().HasForeignKey(p => p.AgentId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_queue_agent_periods_queue_agents"));
        builder.HasIndex(p => new { p.AgentId, p.Until }).HasDatabaseName(model.Name("ix_queue_agent_periods_agent"));
        builder.CrmIndex(model, "ix_queue_agent_periods_until", false, nameof(AgentPeriod.Until));
    }
}
