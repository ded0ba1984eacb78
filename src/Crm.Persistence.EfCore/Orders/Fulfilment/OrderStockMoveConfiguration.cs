using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class OrderStockMoveConfiguration(CrmModel model) : IEntityTypeConfiguration<OrderStockMove>
{
    public const string Table = "order_stock_moves";

    public void Configure(EntityTypeBuilder<OrderStockMove> builder)
    {
        // Said again in the events of the stock; an order whose stock was overtaken is let go with it.
        builder.Record(model, Table, "OrderId");
        builder.Property<OrderId>("OrderId").HasConversion<IdConverter<OrderId>>();
        builder.HasKey("OrderId", nameof(OrderStockMove.Ordinal)).HasName(model.Name("pk_order_stock_moves"));
        builder.Property(m => m.Ordinal).ValueGeneratedNever();
        builder.Property(m => m.Quantity).Quantity(model);
        builder.StandsWith(m => m.StockItemId);
    }
}
