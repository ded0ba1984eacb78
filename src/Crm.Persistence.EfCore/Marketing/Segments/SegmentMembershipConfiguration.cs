using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class SegmentMembershipConfiguration(CrmModel model) : IEntityTypeConfiguration<SegmentMembership>
{
    public const string Table = "segment_memberships";

    public void Configure(EntityTypeBuilder<SegmentMembership> builder)
    {
        builder.Aggregate<SegmentMembership, SegmentMembershipId>(model, Table);
        builder.Property(m => m.SegmentKey).HasMaxLength(Segment.MaxKeyLength);
        builder.Property(m => m.EnteredBy).HasMaxLength(Actor.MaxIdLength);
        builder.Property(m => m.LeftBy).HasMaxLength(Actor.MaxIdLength);
        builder.Property(m => m.EnteredNote).HasMaxLength(SegmentMembership.MaxNoteLength);
        builder.Property(m => m.LeftNote).HasMaxLength(SegmentMembership.MaxNoteLength);

        // Two nulls are not the same, so that any number of stays may have ended.
        builder.CrmIndex(model, "ux_segment_memberships_current", true, nameof(SegmentMembership.SegmentKey), nameof(SegmentMembership.IsCurrent), nameof(SegmentMembership.CustomerId));
        builder.CrmIndex(model, "ix_segment_memberships_customer", false, nameof(SegmentMembership.CustomerId), nameof(SegmentMembership.EnteredAt), nameof(SegmentMembership.Id));
        if (model.IsTenanted)
        {
            builder.HasIndex(m => m.CustomerId).HasDatabaseName(model.Name("ix_segment_memberships_customer_key"));
        }

        builder.PointsAtCustomer(nameof(SegmentMembership.CustomerId));
        builder.HasOne<Customer>().WithMany().HasForeignKey(m => m.CustomerId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_segment_memberships_customers"));
    }
}
