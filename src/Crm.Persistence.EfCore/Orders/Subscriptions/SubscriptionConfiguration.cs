using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class SubscriptionConfiguration(CrmModel model) : IEntityTypeConfiguration<Subscription>
{
    public const string Table = "subscriptions";

    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.Aggregate<Subscription, SubscriptionId>(model, Table);
        builder.Ignore(s => s.DuePrice);
        builder.Property(s => s.Sku).HasMaxLength(64);
        builder.Property(s => s.Description).HasMaxLength(200);
        builder.Property(s => s.Quantity).Quantity(model);
        builder.Property(s => s.Reason).HasMaxLength(Subscription.MaxReasonLength);
        builder.Money(model, s => s.UnitPrice, "UnitPrice");
        builder.Money(model, s => s.NextPrice, "NextPrice", isRequired: false);
        builder.HasOne<Customer>().WithMany().HasForeignKey(s => s.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_subscriptions_customers"));
        builder.PointsAtCustomer(nameof(Subscription.CustomerId));
        builder.CrmIndex(model, "ux_subscriptions_number", true, nameof(Subscription.Number));
        builder.CrmIndex(model, "ix_subscriptions_customer", false, nameof(Subscription.CustomerId), nameof(Subscription.StartsOn), nameof(Subscription.Id));
        builder.CrmIndex(model, "ix_subscriptions_due", false, nameof(Subscription.Status), nameof(Subscription.NextOn), nameof(Subscription.Id));
        if (model.IsTenanted)
        {
            builder.HasIndex(s => s.CustomerId).HasDatabaseName(model.Name("ix_subscriptions_customer_key"));
        }
    }
}
