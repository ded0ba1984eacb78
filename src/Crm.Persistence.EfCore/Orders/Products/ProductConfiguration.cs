using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class ProductConfiguration(CrmModel model) : IEntityTypeConfiguration<Product>
{
    public const string Table = "products";

    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.Aggregate<Product, ProductId>(model, Table);
        builder.Property(p => p.Sku).HasMaxLength(64);
        builder.Property(p => p.Name).HasMaxLength(200);
        builder.Money(model, p => p.Price, "Price");
        builder.Money(model, p => p.Cost, "Cost", isRequired: false);
        builder.HasParts(model, p => p.Components, Table, ProductComponentConfiguration.Table, "ProductId");
        builder.CrmIndex(model, "ux_products_sku", true, nameof(Product.Sku));
    }
}
