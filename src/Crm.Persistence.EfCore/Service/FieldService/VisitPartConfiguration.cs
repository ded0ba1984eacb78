using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class VisitPartConfiguration(CrmModel model) : IEntityTypeConfiguration<VisitPart>
{
    public const string Table = "visit_parts";

    public void Configure(EntityTypeBuilder<VisitPart> builder)
    {
        builder.Part(model, Table, "VisitId");
        builder.Property<ServiceVisitId>("VisitId").HasConversion<IdConverter<ServiceVisitId>>();
        builder.HasKey("VisitId", nameof(VisitPart.Sku)).HasName(model.Name("pk_visit_parts"));
        builder.Property(p => p.Sku).HasMaxLength(VisitParts.MaxSkuLength);
        builder.Property(p => p.Quantity).Quantity(model);
    }
}
