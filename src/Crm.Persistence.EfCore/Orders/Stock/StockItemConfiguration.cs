using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class StockItemConfiguration(CrmModel model) : IEntityTypeConfiguration<StockItem>
{
    public const string Table = "stock_items";

    public void Configure(EntityTypeBuilder<StockItem> builder)
    {
        builder.Aggregate<StockItem, StockItemId>(model, Table);
        builder.Property(i => i.Sku).HasMaxLength(64);
        builder.Property(i => i.OnHand).Quantity(model);
        builder.Property(i => i.Reserved).Quantity(model);
        builder.CrmIndex(model, "ux_stock_items_sku", true, nameof(StockItem.Sku));
    }
}
