using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class EntitlementConfiguration(CrmModel model) : IEntityTypeConfiguration<Entitlement>
{
    public const string Table = "entitlements";

    public void Configure(EntityTypeBuilder<Entitlement> builder)
    {
        builder.Aggregate<Entitlement, EntitlementId>(model, Table);
        builder.Property(e => e.Contract).HasMaxLength(Entitlement.MaxReferenceLength);
        builder.Property(e => e.Sku).HasMaxLength(64);
        builder.Property(e => e.Total).Quantity(model);
        builder.Property(e => e.Used).Quantity(model);
        builder.HasOne<Customer>().WithMany().HasForeignKey(e => e.CustomerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_entitlements_customers"));
        builder.PointsAtCustomer(nameof(Entitlement.CustomerId));

        // An account may be long, and acts need its sums alone: only new entries pass through the aggregate.
        builder.HasMany(e => e.NewEntries).WithOne().HasForeignKey("EntitlementId").IsRequired().OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_entitlement_entries_entitlements"));
        builder.Navigation(e => e.NewEntries).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.CrmIndex(model, "ix_entitlements_customer", false, nameof(Entitlement.CustomerId), nameof(Entitlement.ValidFrom));
        if (model.IsTenanted)
        {
            builder.HasIndex(e => e.CustomerId).HasDatabaseName(model.Name("ix_entitlements_customer_key"));
        }
    }
}
