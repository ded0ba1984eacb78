using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class PartnerConfiguration(CrmModel model) : IEntityTypeConfiguration<Partner>
{
    public const string Table = "partners";
    public const string Root = "PartnerId";

    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.Aggregate<Partner, PartnerId>(model, Table);
        builder.Ignore(p => p.IsActive);
        builder.Ignore(p => p.Location);
        builder.Property(p => p.Name).HasMaxLength(Partner.MaxNameLength);
        builder.Property(p => p.DeactivatedFor).HasMaxLength(Partner.MaxReasonLength);
        builder.HasOne<Customer>().WithMany().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_partners_customers"));
        builder.HasIndex(p => p.CustomerId).HasDatabaseName(model.Name("ix_partners_customer"));
        builder.PointsAtCustomer(nameof(Partner.CustomerId));
        builder.HasParts(model, p => p.Types, Table, PartnerTypeMarkConfiguration.Table, Root);
        builder.HasParts(model, p => p.Tiers, Table, PartnerTierStepConfiguration.Table, Root);
        builder.HasParts(model, p => p.Areas, Table, PartnerAreaConfiguration.Table, Root);
        builder.HasParts(model, p => p.Accounts, Table, PartnerAccountConfiguration.Table, Root);
        builder.CrmIndex(model, "ux_partners_name", true, nameof(Partner.Name));
        builder.CrmIndex(model, "ix_partners_registered", false, nameof(Partner.RegisteredAt), nameof(Partner.Id));
    }
}
