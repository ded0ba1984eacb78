using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.SelfService;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.SelfService;

internal sealed class ChangeRequestConfiguration(CrmModel model) : IEntityTypeConfiguration<ChangeRequest>
{
    public const string Table = "change_requests";

    public void Configure(EntityTypeBuilder<ChangeRequest> builder)
    {
        builder.Aggregate<ChangeRequest, ChangeRequestId>(model, Table);
        builder.LongText(r => r.Change);
        builder.LongText(r => r.Before);
        builder.Property(r => r.RequestedById).HasMaxLength(Actor.MaxIdLength);
        builder.Property(r => r.DecidedById).HasMaxLength(Actor.MaxIdLength);
        builder.Property(r => r.Reason).HasMaxLength(ChangeRequest.MaxReasonLength);
        builder.Property(r => r.CodeAddress).HasMaxLength(ChangeRequest.MaxAddressLength);
        builder.Property(r => r.Obstacle).HasMaxLength(100);
        builder.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_change_requests_customers"));
        builder.PointsAtCustomer(nameof(ChangeRequest.CustomerId));

        // One waits of each kind of data: the index judges races, and merges keep the survivor's.
        builder.CrmIndex(model, "ux_change_requests_open", true, nameof(ChangeRequest.CustomerId), nameof(ChangeRequest.Domain)).HasFilter("\"DueAt\" is not null");
        builder.CrmIndex(model, "ix_change_requests_customer", false, nameof(ChangeRequest.CustomerId), nameof(ChangeRequest.RequestedAt), nameof(ChangeRequest.Id));
        builder.CrmIndex(model, "ix_change_requests_status", false, nameof(ChangeRequest.Status), nameof(ChangeRequest.RequestedAt), nameof(ChangeRequest.Id));
        builder.CrmIndex(model, "ix_change_requests_requested", false, nameof(ChangeRequest.RequestedAt), nameof(ChangeRequest.Id));

        // Jobs look for what is due of every tenant.
        builder.HasIndex(r => new { r.DueAt, r.Id }).HasDatabaseName(model.Name("ix_change_requests_due")).HasFilter("\"DueAt\" is not null");
        if (model.IsTenanted)
        {
            builder.HasIndex(r => r.CustomerId).HasDatabaseName(model.Name("ix_change_requests_customer_key"));
        }
    }
}
