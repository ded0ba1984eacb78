using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class LeadPointsConfiguration(CrmModel model) : IEntityTypeConfiguration<LeadPoints>
{
    public const string Table = "lead_points";

    public void Configure(EntityTypeBuilder<LeadPoints> builder)
    {
        builder.Part(model, Table, "LeadId");
        builder.Property<LeadId>("LeadId").HasConversion<IdConverter<LeadId>>();
        builder.HasKey("LeadId", nameof(LeadPoints.Ordinal)).HasName(model.Name("pk_lead_points"));
        builder.Property(p => p.Ordinal).ValueGeneratedNever();
        builder.Property(p => p.Action).HasMaxLength(LeadScoring.MaxKeyLength);
        builder.Property(p => p.Group).HasMaxLength(LeadScoring.MaxKeyLength);
    }
}
