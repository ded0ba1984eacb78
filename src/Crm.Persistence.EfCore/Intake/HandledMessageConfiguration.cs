using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Intake;

internal sealed class HandledMessageConfiguration(CrmModel model) : IEntityTypeConfiguration<HandledMessageRow>
{
    public const string Table = "handled_messages";

    public void Configure(EntityTypeBuilder<HandledMessageRow> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(m => m.InteractionId).HasName(model.Name("pk_handled_messages"));
        builder.Property(m => m.InteractionId).ValueGeneratedNever();
        builder.Property(m => m.Key).HasMaxLength(64);
        builder.CrmIndex(model, "ux_handled_messages_key", true, nameof(HandledMessageRow.Key));
        builder.CrmIndex(model, "ix_handled_messages_taken", false, nameof(HandledMessageRow.TakenAt));
    }
}
