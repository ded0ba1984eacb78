using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class LeadThresholdConfiguration(CrmModel model) : IEntityTypeConfiguration<LeadThreshold>
{
    public const string Table = "lead_thresholds";

    public void Configure(EntityTypeBuilder<LeadThreshold> builder)
    {
        builder.Part(model, Table, "LeadId");
        builder.Property<LeadId>("LeadId").HasConversion<IdConverter<LeadId>>();
        builder.HasKey("LeadId", nameof(LeadThreshold.Key)).HasName(model.Name("pk_lead_thresholds"));
        builder.Property(t => t.Key).HasMaxLength(LeadScoring.MaxKeyLength);
    }
}
