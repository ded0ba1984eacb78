using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class OnboardingConfiguration(CrmModel model) : IEntityTypeConfiguration<Onboarding>
{
    public const string Table = "onboardings";

    public void Configure(EntityTypeBuilder<Onboarding> builder)
    {
        builder.Aggregate<Onboarding, OnboardingId>(model, Table);
        builder.Property(o => o.Name).HasMaxLength(Onboarding.MaxNameLength);
        builder.PointsAtCustomer(nameof(Onboarding.CustomerId));
        builder.HasOne<Customer>().WithMany().HasForeignKey(o => o.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_onboardings_customers"));
        builder.HasParts(model, o => o.Steps, Table, OnboardingStepConfiguration.Table, "OnboardingId");
        builder.HasIndex(o => o.CustomerId).HasDatabaseName(model.Name("ix_onboardings_customer"));
    }
}
