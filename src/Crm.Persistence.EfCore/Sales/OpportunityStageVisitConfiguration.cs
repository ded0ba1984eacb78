using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class OpportunityStageVisitConfiguration(CrmModel model) : IEntityTypeConfiguration<OpportunityStageVisit>
{
    public const string Table = "opportunity_stages";

    public void Configure(EntityTypeBuilder<OpportunityStageVisit> builder)
    {
        builder.Record(model, Table, "OpportunityId");
        builder.Property<OpportunityId>("OpportunityId").HasConversion<IdConverter<OpportunityId>>();
        builder.HasKey("OpportunityId", nameof(OpportunityStageVisit.Ordinal)).HasName(model.Name("pk_opportunity_stages"));
        builder.Property(v => v.Ordinal).ValueGeneratedNever();
        builder.Property(v => v.Stage).HasMaxLength(PipelineStage.MaxKeyLength);
        builder.Property(v => v.Next).HasMaxLength(PipelineStage.MaxKeyLength);
        builder.CrmIndex(model, "ix_opportunity_stages_stage", false, nameof(OpportunityStageVisit.PipelineId), nameof(OpportunityStageVisit.Stage), nameof(OpportunityStageVisit.EnteredAt));
    }
}
