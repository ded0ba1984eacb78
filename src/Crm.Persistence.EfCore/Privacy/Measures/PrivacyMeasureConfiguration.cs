using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Privacy;

internal sealed class PrivacyMeasureConfiguration(CrmModel model) : IEntityTypeConfiguration<PrivacyMeasure>
{
    public const string Table = "privacy_measures";

    public void Configure(EntityTypeBuilder<PrivacyMeasure> builder)
    {
        builder.Aggregate<PrivacyMeasure, PrivacyMeasureId>(model, Table);
        builder.Property(m => m.Reason).HasMaxLength(PrivacyMeasure.MaxReasonLength);
        builder.Property(m => m.PlacedById).HasMaxLength(Actor.MaxIdLength);
        builder.Property(m => m.PlacedByName).HasMaxLength(200);
        builder.Property(m => m.LiftedById).HasMaxLength(Actor.MaxIdLength);
        builder.PointsAtCustomer(nameof(PrivacyMeasure.CustomerId));
        builder.HasOne<Customer>().WithMany().HasForeignKey(m => m.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_privacy_measures_customers"));
        builder.HasIndex(m => m.CustomerId).HasDatabaseName(model.Name("ix_privacy_measures_customer"));
    }
}
