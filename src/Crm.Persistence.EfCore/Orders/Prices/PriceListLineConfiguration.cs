using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class PriceListLineConfiguration(CrmModel model) : IEntityTypeConfiguration<PriceListLine>
{
    public const string Table = "price_list_lines";

    public void Configure(EntityTypeBuilder<PriceListLine> builder)
    {
        builder.Part(model, Table, "PriceListId");
        builder.Property<PriceListId>("PriceListId").HasConversion<IdConverter<PriceListId>>();
        builder.HasKey("PriceListId", nameof(PriceListLine.Sku), nameof(PriceListLine.From)).HasName(model.Name("pk_price_list_lines"));
        builder.Property(l => l.Sku).HasMaxLength(64);
        builder.Property(l => l.From).Quantity(model);
        builder.Property(l => l.From).HasColumnName("FromQuantity").ValueGeneratedNever();
        builder.Money(model, l => l.Price, "Price");
    }
}
