using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class MembershipConfiguration(CrmModel model) : IEntityTypeConfiguration<Membership>
{
    public const string Table = "memberships";

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.Part(model, Table, "CustomerId");
        builder.HasKey(m => m.Id).HasName(model.Name("pk_memberships"));
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property<CustomerId>("CustomerId").HasConversion<IdConverter<CustomerId>>();
        builder.IsPartOfCustomer();
        builder.PointsAtCustomer(nameof(Membership.OrganisationId));
        builder.Property(m => m.Role).HasMaxLength(Membership.MaxRoleLength);
        builder.Property(m => m.Department).HasMaxLength(Membership.MaxRoleLength);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_memberships_organisations"));
        builder.HasIndex("CustomerId").HasDatabaseName(model.Name("ix_memberships_person"));
        builder.CrmIndex(model, "ix_memberships_organisation", false, nameof(Membership.OrganisationId), nameof(Membership.RecordedAt), nameof(Membership.Id));
        if (model.IsTenanted)
        {
            builder.HasIndex(m => m.OrganisationId).HasDatabaseName(model.Name("ix_memberships_organisation_key"));
        }
    }
}
