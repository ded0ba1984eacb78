using Crm.Domain.Access;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class EntitlementEntryConfiguration(CrmModel model) : IEntityTypeConfiguration<EntitlementEntry>
{
    public const string Table = "entitlement_entries";

    public void Configure(EntityTypeBuilder<EntitlementEntry> builder)
    {
        builder.Part(model, Table, "EntitlementId");
        builder.Property<EntitlementId>("EntitlementId").HasConversion<IdConverter<EntitlementId>>();
        builder.HasKey("EntitlementId", nameof(EntitlementEntry.Number)).HasName(model.Name("pk_entitlement_entries"));
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Property(e => e.Amount).Quantity(model);
        builder.Property(e => e.Remaining).Quantity(model);
        builder.Property(e => e.Note).HasMaxLength(EntitlementEntry.MaxNoteLength);
        builder.Property(e => e.ActorId).HasMaxLength(Actor.MaxIdLength);
        builder.HasIndex("EntitlementId", nameof(EntitlementEntry.CaseId)).HasDatabaseName(model.Name("ix_entitlement_entries_case"));
    }
}
