using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Insights;

internal sealed class CustomerInsightConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerInsight>
{
    public const string Table = "customer_insights";

    public void Configure(EntityTypeBuilder<CustomerInsight> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(i => i.CustomerId).HasName(model.Name("pk_customer_insights"));
        builder.Property(i => i.CustomerId).ValueGeneratedNever();
        builder.Property(i => i.Segment).HasMaxLength(CustomerInsight.MaxSegmentLength);
        builder.Property(i => i.Spent).Quantity(model);
        builder.Property(i => i.HistoricValue).Quantity(model);
        builder.Property(i => i.AverageSpend).Quantity(model);
        builder.Property(i => i.ChurnProbability).Quantity(model);
        builder.Property(i => i.ExpectedPurchases).Quantity(model);
        builder.Property(i => i.LifetimeValue).Quantity(model);
        builder.Property(i => i.LifetimeValueFrom).Quantity(model);
        builder.Property(i => i.LifetimeValueTo).Quantity(model);

        // A merge keeps the survivor's row, or takes over the absorbed one's; the next refresh computes it anew from the facts of both.
        builder.PointsAtCustomer(nameof(CustomerInsight.CustomerId));
        builder.HasOne<Customer>().WithMany().HasForeignKey(i => i.CustomerId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_customer_insights_customers"));
        builder.CrmIndex(model, "ix_customer_insights_churn", false, nameof(CustomerInsight.ChurnProbability), nameof(CustomerInsight.CustomerId));
        builder.CrmIndex(model, "ix_customer_insights_value", false, nameof(CustomerInsight.LifetimeValue), nameof(CustomerInsight.CustomerId));
        builder.CrmIndex(model, "ix_customer_insights_overdue", false, nameof(CustomerInsight.OverdueSince), nameof(CustomerInsight.CustomerId));
        builder.CrmIndex(model, "ix_customer_insights_segment", false, nameof(CustomerInsight.Segment), nameof(CustomerInsight.ChurnProbability), nameof(CustomerInsight.CustomerId));
    }
}
