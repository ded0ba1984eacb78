using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class VisitPartUsedConfiguration(CrmModel model) : IEntityTypeConfiguration<VisitPartUsed>
{
    public const string Table = "visit_parts_used";

    public void Configure(EntityTypeBuilder<VisitPartUsed> builder)
    {
        builder.Part(model, Table, "VisitId");
        builder.Property<ServiceVisitId>("VisitId").HasConversion<IdConverter<ServiceVisitId>>();
        builder.HasKey("VisitId", nameof(VisitPartUsed.BookingId), nameof(VisitPartUsed.Sku)).HasName(model.Name("pk_visit_parts_used"));
        builder.Property(p => p.Sku).HasMaxLength(VisitParts.MaxSkuLength);
        builder.Property(p => p.Quantity).Quantity(model);
    }
}
