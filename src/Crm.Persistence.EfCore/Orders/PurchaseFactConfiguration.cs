using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class PurchaseFactConfiguration(CrmModel model) : IEntityTypeConfiguration<PurchaseFact>
{
    public const string Table = "purchase_facts";

    public void Configure(EntityTypeBuilder<PurchaseFact> builder)
    {
        builder.Part(model, Table, nameof(PurchaseFact.OrderId));
        builder.Property(f => f.OrderId).HasConversion<IdConverter<OrderId>>();
        builder.HasKey(nameof(PurchaseFact.OrderId), nameof(PurchaseFact.Ordinal)).HasName(model.Name("pk_purchase_facts"));
        builder.Property(f => f.Ordinal).ValueGeneratedNever();
        builder.Property(f => f.Sku).HasMaxLength(64);
        builder.Property(f => f.Quantity).Quantity(model);
        builder.Money(model, f => f.Amount, "Amount");
        builder.Money(model, f => f.Cost, "Cost", isRequired: false);
        builder.Money(model, f => f.BaseAmount, "Base", isRequired: false);
        builder.PointsAtCustomer(nameof(PurchaseFact.CustomerId));
        builder.CrmIndex(model, "ix_purchase_facts_customer", false, nameof(PurchaseFact.CustomerId), nameof(PurchaseFact.PurchasedOn));
        builder.CrmIndex(model, "ix_purchase_facts_sku", false, nameof(PurchaseFact.Sku), nameof(PurchaseFact.CustomerId));
    }
}
