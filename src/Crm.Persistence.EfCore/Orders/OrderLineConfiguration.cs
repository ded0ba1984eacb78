using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class OrderLineConfiguration(CrmModel model) : IEntityTypeConfiguration<OrderLine>
{
    public const string Table = "order_lines";

    public void Configure(EntityTypeBuilder<OrderLine> builder)
    {
        builder.Part(model, Table, "OrderId");
        builder.Property<OrderId>("OrderId").HasConversion<IdConverter<OrderId>>();
        builder.HasKey("OrderId", nameof(OrderLine.Number)).HasName(model.Name("pk_order_lines"));
        builder.Property(l => l.Number).ValueGeneratedNever();
        builder.Property(l => l.Sku).HasMaxLength(64);
        builder.Property(l => l.BundleSku).HasMaxLength(64);
        builder.Property(l => l.PriceList).HasMaxLength(64);
        builder.Property(l => l.PriceFrom).Quantity(model);
        builder.Property(l => l.Delivered).Quantity(model);
        builder.Property(l => l.Cancelled).Quantity(model);
        builder.Property(l => l.Description).HasMaxLength(200);
        builder.Property(l => l.Quantity).Quantity(model);
        builder.Property(l => l.Returned).Quantity(model);
        builder.Money(model, l => l.UnitPrice, "UnitPrice");
        builder.Money(model, l => l.Discount, "Discount", isRequired: false);
        builder.Money(model, l => l.Total, "Total");
        builder.Money(model, l => l.UnitCost, "UnitCost", isRequired: false);
    }
}
