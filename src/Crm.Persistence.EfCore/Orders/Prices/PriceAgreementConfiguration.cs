using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class PriceAgreementConfiguration(CrmModel model) : IEntityTypeConfiguration<PriceAgreement>
{
    public const string Table = "price_agreements";

    public void Configure(EntityTypeBuilder<PriceAgreement> builder)
    {
        builder.Aggregate<PriceAgreement, PriceAgreementId>(model, Table);
        builder.Property(a => a.Sku).HasMaxLength(64);
        builder.Property(a => a.From).Quantity(model);
        builder.Property(a => a.From).HasColumnName("FromQuantity");
        builder.Money(model, a => a.Price, "Price", isRequired: false);
        builder.HasOne<Customer>().WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_price_agreements_customers"));
        builder.PointsAtCustomer(nameof(PriceAgreement.CustomerId));
        builder.CrmIndex(model, "ix_price_agreements_customer", false, nameof(PriceAgreement.CustomerId), nameof(PriceAgreement.AgreedAt));
        if (model.IsTenanted)
        {
            builder.HasIndex(a => a.CustomerId).HasDatabaseName(model.Name("ix_price_agreements_customer_key"));
        }
    }
}
