using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerTombstoneConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerTombstone>
{
    public const string Table = "customer_tombstones";

    public void Configure(EntityTypeBuilder<CustomerTombstone> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(t => t.AbsorbedId).HasName(model.Name("pk_customer_tombstones"));
        builder.Property(t => t.AbsorbedId).ValueGeneratedNever();
        builder.HasOne<Customer>().WithMany().HasForeignKey(t => t.SurvivorId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_customer_tombstones_customers"));
        builder.HasIndex(t => t.SurvivorId).HasDatabaseName(model.Name("ix_customer_tombstones_survivor"));
        builder.PointsAtCustomer(nameof(CustomerTombstone.SurvivorId));
        builder.StaysInMerges(nameof(CustomerTombstone.AbsorbedId), "names a customer that is no more");
    }
}
