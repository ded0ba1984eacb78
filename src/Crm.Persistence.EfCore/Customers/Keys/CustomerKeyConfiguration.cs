using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerKeyConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerKey>
{
    public const string Table = "customer_keys";

    /// <summary>The customer's column that tells whether its stored keys are still right.</summary>
    public const string Fingerprint = "KeysFingerprint";

    public void Configure(EntityTypeBuilder<CustomerKey> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(k => new { k.CustomerId, k.Ordinal }).HasName(model.Name("pk_customer_keys"));
        builder.Property(k => k.Kind).HasMaxLength(CustomerKeyKinds.MaxNameLength);
        var key = builder.Property(k => k.Key).HasMaxLength(CustomerKeyKinds.MaxKeyLength);
        if (model.Database == CrmDatabase.PostgreSql)
        {
            // Beginnings are ranges of the order of code points; SQLite orders so by itself.
            key.UseCollation("C");
        }

        builder.HasOne<Customer>().WithMany().HasForeignKey(k => k.CustomerId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_customer_keys_customers"));
        builder.StaysInMerges(nameof(CustomerKey.CustomerId), "derived from the customer, and written anew with it");
        builder.CrmIndex(model, "ix_customer_keys_key", false, nameof(CustomerKey.Kind), nameof(CustomerKey.Key), nameof(CustomerKey.CustomerId));
    }
}
