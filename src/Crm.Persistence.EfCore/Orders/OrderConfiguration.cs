using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class OrderConfiguration(CrmModel model) : IEntityTypeConfiguration<Order>
{
    public const string Table = "orders";

    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.Aggregate<Order, OrderId>(model, Table);
        builder.Property(o => o.ExternalId).HasMaxLength(200);
        builder.Property(o => o.RequestHash).HasMaxLength(OrderBooking.HashLength);
        builder.Money(model, o => o.Total, "Total");
        builder.Money(model, o => o.BaseTotal, "BaseTotal", isRequired: false);
        builder.HasOne<Customer>().WithMany().HasForeignKey(o => o.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_orders_customers"));
        builder.HasParts(model, o => o.Lines, Table, OrderLineConfiguration.Table, "OrderId");
        builder.HasParts(model, o => o.Facts, Table, PurchaseFactConfiguration.Table, "OrderId");
        builder.HasParts(model, o => o.Deliveries, Table, OrderDeliveryConfiguration.Table, "OrderId");
        builder.HasParts(model, o => o.StockMoves, Table, OrderStockMoveConfiguration.Table, "OrderId");
        builder.PointsAtCustomer(nameof(Order.CustomerId));
        builder.CrmIndex(model, "ux_orders_number", true, nameof(Order.Number));
        builder.CrmIndex(model, "ux_orders_external", true, nameof(Order.ExternalId)).HasFilter("\"ExternalId\" is not null");
        builder.CrmIndex(model, "ix_orders_customer", false, nameof(Order.CustomerId), nameof(Order.PlacedAt));
        if (model.IsTenanted)
        {
            builder.HasIndex(o => o.CustomerId).HasDatabaseName(model.Name("ix_orders_customer_key"));
        }
    }
}
