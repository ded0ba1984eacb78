using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Feedback;

internal sealed class CustomerFeedbackConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerFeedback>
{
    public const string Table = "customer_feedback";

    public void Configure(EntityTypeBuilder<CustomerFeedback> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(f => f.CustomerId).HasName(model.Name("pk_customer_feedback"));
        builder.Property(f => f.CustomerId).ValueGeneratedNever();
        builder.Property(f => f.Nps).Quantity(model);
        builder.Property(f => f.Csat).Quantity(model);
        builder.Property(f => f.Ces).Quantity(model);
        builder.Property(f => f.Version).IsConcurrencyToken();

        // A merge keeps the survivor's row, or takes over the absorbed one's; the outbox then brings it up to the invitations of both.
        builder.PointsAtCustomer(nameof(CustomerFeedback.CustomerId));
        builder.HasOne<Customer>().WithMany().HasForeignKey(f => f.CustomerId).OnDelete(DeleteBehavior.Cascade).HasConstraintName(model.Name("fk_customer_feedback_customers"));
        builder.CrmIndex(model, "ix_customer_feedback_nps", false, nameof(CustomerFeedback.Nps), nameof(CustomerFeedback.CustomerId));
        builder.CrmIndex(model, "ix_customer_feedback_csat", false, nameof(CustomerFeedback.Csat), nameof(CustomerFeedback.CustomerId));
        builder.CrmIndex(model, "ix_customer_feedback_ces", false, nameof(CustomerFeedback.Ces), nameof(CustomerFeedback.CustomerId));
    }
}
