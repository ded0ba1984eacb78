using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class PipelineStageConfiguration(CrmModel model) : IEntityTypeConfiguration<PipelineStage>
{
    public const string Table = "pipeline_stages";

    public void Configure(EntityTypeBuilder<PipelineStage> builder)
    {
        builder.Ignore(s => s.Required);
        builder.Part(model, Table, "PipelineId");
        builder.Property<PipelineId>("PipelineId").HasConversion<IdConverter<PipelineId>>();
        builder.HasKey("PipelineId", nameof(PipelineStage.Key)).HasName(model.Name("pk_pipeline_stages"));
        builder.Property(s => s.Key).HasMaxLength(PipelineStage.MaxKeyLength);
        builder.Property(s => s.Name).HasMaxLength(PipelineStage.MaxNameLength);
        builder.Property(s => s.RequiredText).HasMaxLength(200);
        builder.LongText(s => s.Condition);
        builder.Property(s => s.Probability).Quantity(model);
    }
}
