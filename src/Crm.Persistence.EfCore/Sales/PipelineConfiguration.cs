using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class PipelineConfiguration(CrmModel model) : IEntityTypeConfiguration<Pipeline>
{
    public const string Table = "pipelines";

    public void Configure(EntityTypeBuilder<Pipeline> builder)
    {
        builder.Ignore(p => p.OpenStages);
        builder.Aggregate<Pipeline, PipelineId>(model, Table);
        builder.Property(p => p.Name).HasMaxLength(Pipeline.MaxNameLength);
        builder.HasParts(model, p => p.Stages, Table, PipelineStageConfiguration.Table, "PipelineId");
        builder.CrmIndex(model, "ux_pipelines_name", true, nameof(Pipeline.Name));
        builder.CrmIndex(model, "ux_pipelines_default", true, nameof(Pipeline.DefaultMark)).HasFilter("\"DefaultMark\" is not null");
    }
}
