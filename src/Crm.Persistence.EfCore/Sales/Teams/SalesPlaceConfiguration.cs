using Crm.Domain.Access;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class SalesPlaceConfiguration(CrmModel model) : IEntityTypeConfiguration<SalesPlace>
{
    public const string Table = "sales_places";

    public void Configure(EntityTypeBuilder<SalesPlace> builder)
    {
        builder.Part(model, Table, "SalespersonId");
        builder.Property<SalespersonId>("SalespersonId").HasConversion<IdConverter<SalespersonId>>();
        builder.HasKey("SalespersonId", nameof(SalesPlace.Version)).HasName(model.Name("pk_sales_places"));
        builder.Property(p => p.Version).ValueGeneratedNever();
        builder.Property(p => p.LeaderId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(p => p.TeamId).HasMaxLength(Actor.MaxIdLength);
    }
}
