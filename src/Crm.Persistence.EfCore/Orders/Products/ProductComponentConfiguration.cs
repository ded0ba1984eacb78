using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class ProductComponentConfiguration(CrmModel model) : IEntityTypeConfiguration<ProductComponent>
{
    public const string Table = "product_components";

    public void Configure(EntityTypeBuilder<ProductComponent> builder)
    {
        builder.Part(model, Table, "ProductId");
        builder.Property<ProductId>("ProductId").HasConversion<IdConverter<ProductId>>();
        builder.HasKey("ProductId", nameof(ProductComponent.Number)).HasName(model.Name("pk_product_components"));
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.Property(c => c.Sku).HasMaxLength(64);
        builder.Property(c => c.Quantity).Quantity(model);
        builder.CrmIndex(model, "ix_product_components_sku", false, nameof(ProductComponent.Sku));
    }
}
