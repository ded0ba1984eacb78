using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class OrganisationConfiguration(CrmModel model) : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.HasAnnotation(CrmAnnotations.Entity, true);
        builder.Property(o => o.ParentId).HasConversion<IdConverter<CustomerId>>();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_customers_parents"));
        builder.PointsAtCustomer(nameof(Organisation.ParentId));
        builder.HasIndex(o => o.ParentId).HasDatabaseName(model.Name("ix_customers_parent"));
    }
}
