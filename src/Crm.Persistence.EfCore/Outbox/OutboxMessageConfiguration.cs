using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Outbox;

internal sealed class OutboxMessageConfiguration(CrmModel model) : IEntityTypeConfiguration<OutboxMessage>
{
    public const string Table = "outbox";

    // Only filtered indexes: SQLite takes one that begins with DoneAt and holds undone rows for the inner query of the claim, and turns quadratic.
    private const string Undone = "\"DoneAt\" is null";
    private const string Waiting = Undone + " and \"ParkedAt\" is null";

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.Written(model, Table, isInfrastructure: true);
        builder.HasKey(m => m.Id).HasName(model.Name("pk_outbox"));
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.TenantId).HasMaxLength(Crm.Domain.Access.CrmScope.MaxTenantIdLength);
        builder.Property(m => m.AggregateType).HasMaxLength(64);
        builder.Property(m => m.EventName).HasMaxLength(100);
        builder.LongText(m => m.Payload);
        builder.Property(m => m.CorrelationId).HasMaxLength(100);
        builder.Property(m => m.Cause).HasMaxLength(Automation.RuleRunConfiguration.MaxChainLength);
        builder.Property(m => m.Error).HasMaxLength(1000);
        builder.HasIndex(m => new { m.AggregateId, m.AggregateVersion, m.Ordinal }).HasDatabaseName(model.Name("ix_outbox_order")).HasFilter(Undone);
        builder.HasIndex(m => m.DueAt).HasDatabaseName(model.Name("ix_outbox_due")).HasFilter(Waiting);
        builder.HasIndex(m => m.DoneAt).HasDatabaseName(model.Name("ix_outbox_done")).HasFilter("\"DoneAt\" is not null");
        builder.HasIndex(m => m.Lease).HasDatabaseName(model.Name("ix_outbox_lease")).HasFilter("\"Lease\" is not null");
    }
}
