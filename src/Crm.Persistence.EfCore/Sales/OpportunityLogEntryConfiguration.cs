using Crm.Domain.Access;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class OpportunityLogEntryConfiguration(CrmModel model) : IEntityTypeConfiguration<OpportunityLogEntry>
{
    public const string Table = "opportunity_log";

    public void Configure(EntityTypeBuilder<OpportunityLogEntry> builder)
    {
        builder.Record(model, Table, "OpportunityId");
        builder.Property<OpportunityId>("OpportunityId").HasConversion<IdConverter<OpportunityId>>();
        builder.HasKey("OpportunityId", nameof(OpportunityLogEntry.Version)).HasName(model.Name("pk_opportunity_log"));
        builder.Property(e => e.Version).ValueGeneratedNever();
        builder.Property(e => e.Stage).HasMaxLength(PipelineStage.MaxKeyLength);
        builder.Property(e => e.FurthestStage).HasMaxLength(PipelineStage.MaxKeyLength);
        builder.Property(e => e.OwnerId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(e => e.Probability).Quantity(model);
        builder.Money(model, e => e.Amount, "Amount", isRequired: false);
        builder.Money(model, e => e.BaseAmount, "BaseAmount", isRequired: false);
        builder.CrmIndex(model, "ix_opportunity_log_until", false, nameof(OpportunityLogEntry.Until), nameof(OpportunityLogEntry.At));
    }
}
