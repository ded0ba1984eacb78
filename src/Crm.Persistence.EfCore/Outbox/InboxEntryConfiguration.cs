using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Outbox;

internal sealed class InboxEntryConfiguration(CrmModel model) : IEntityTypeConfiguration<InboxEntry>
{
    public const string Table = "inbox";

    public void Configure(EntityTypeBuilder<InboxEntry> builder)
    {
        builder.Written(model, Table, isInfrastructure: true);
        builder.Property(e => e.Handler).HasMaxLength(300);
        builder.HasKey(e => new { e.EventId, e.Handler }).HasName(model.Name("pk_inbox"));
        builder.HasIndex(e => e.HandledAt).HasDatabaseName(model.Name("ix_inbox_handled"));
    }
}
