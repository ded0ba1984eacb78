using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Saving;

internal sealed class AuditEntryConfiguration(CrmModel model) : IEntityTypeConfiguration<AuditEntry>
{
    public const string Table = "audit";

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(e => e.Id).HasName(model.Name("pk_audit"));
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.ActorId).HasMaxLength(Crm.Domain.Access.Actor.MaxIdLength);
        builder.Property(e => e.ActorName).HasMaxLength(200);
        builder.Property(e => e.CorrelationId).HasMaxLength(100);
        builder.Property(e => e.Reason).HasMaxLength(200);
        builder.Property(e => e.AggregateType).HasMaxLength(64);
        builder.LongText(e => e.Changes);
        builder.Property(e => e.Acts).HasMaxLength(2000);
        builder.CrmIndex(model, "ix_audit_aggregate", false, nameof(AuditEntry.AggregateId), nameof(AuditEntry.At), nameof(AuditEntry.Id));
    }
}
