using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class OrderDeliveryConfiguration(CrmModel model) : IEntityTypeConfiguration<OrderDelivery>
{
    public const string Table = "order_deliveries";

    public void Configure(EntityTypeBuilder<OrderDelivery> builder)
    {
        builder.Part(model, Table, "OrderId");
        builder.Property<OrderId>("OrderId").HasConversion<IdConverter<OrderId>>();
        builder.HasKey("OrderId", nameof(OrderDelivery.Delivery), nameof(OrderDelivery.LineNumber)).HasName(model.Name("pk_order_deliveries"));
        builder.Property(d => d.Delivery).ValueGeneratedNever();
        builder.Property(d => d.LineNumber).ValueGeneratedNever();
        builder.Property(d => d.Quantity).Quantity(model);
        builder.Property(d => d.Reference).HasMaxLength(Order.MaxReferenceLength);
    }
}
