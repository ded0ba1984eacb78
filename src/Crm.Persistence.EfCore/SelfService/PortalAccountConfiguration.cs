using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.SelfService;

internal sealed class PortalAccountConfiguration(CrmModel model) : IEntityTypeConfiguration<PortalAccount>
{
    public const string Table = "portal_accounts";

    // Kept from whoever reads accounts, so its property is not public.
    public const string TokenHash = "TokenHash";

    public void Configure(EntityTypeBuilder<PortalAccount> builder)
    {
        builder.Aggregate<PortalAccount, PortalAccountId>(model, Table);
        builder.Property(a => a.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(a => a.EmailKey).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(a => a.Issuer).HasMaxLength(PortalAccount.MaxIdentityLength);
        builder.Property(a => a.Subject).HasMaxLength(PortalAccount.MaxIdentityLength);
        builder.Property(a => a.Reason).HasMaxLength(PortalAccount.MaxReasonLength);
        builder.Property(a => a.InvitedById).HasMaxLength(Actor.MaxIdLength);
        builder.Property(a => a.InvitationObstacle).HasMaxLength(100);
        builder.Property<string?>(TokenHash).HasMaxLength(64);
        builder.HasOne<Customer>().WithMany().HasForeignKey(a => a.CustomerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_portal_accounts_customers"));
        builder.HasOne<Customer>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_portal_accounts_organisations"));

        // After a merge the survivor has the accounts of both, each with its own address.
        builder.PointsAtCustomer(nameof(PortalAccount.CustomerId), nameof(PortalAccount.OrganisationId));
        builder.CrmIndex(model, "ux_portal_accounts_email", true, nameof(PortalAccount.EmailKey)).HasFilter("\"EmailKey\" is not null");
        builder.CrmIndex(model, "ux_portal_accounts_token", true, TokenHash).HasFilter("\"TokenHash\" is not null");
        builder.CrmIndex(model, "ux_portal_accounts_identity", true, nameof(PortalAccount.Issuer), nameof(PortalAccount.Subject)).HasFilter("\"Issuer\" is not null");
        builder.CrmIndex(model, "ix_portal_accounts_customer", false, nameof(PortalAccount.CustomerId), nameof(PortalAccount.CreatedAt), nameof(PortalAccount.Id));
        builder.CrmIndex(model, "ix_portal_accounts_organisation", false, nameof(PortalAccount.OrganisationId), nameof(PortalAccount.CreatedAt), nameof(PortalAccount.Id));
        builder.CrmIndex(model, "ix_portal_accounts_status", false, nameof(PortalAccount.Status), nameof(PortalAccount.CreatedAt), nameof(PortalAccount.Id));
        builder.CrmIndex(model, "ix_portal_accounts_created", false, nameof(PortalAccount.CreatedAt), nameof(PortalAccount.Id));
        if (model.IsTenanted)
        {
            builder.HasIndex(a => a.CustomerId).HasDatabaseName(model.Name("ix_portal_accounts_customer_key"));
            builder.HasIndex(a => a.OrganisationId).HasDatabaseName(model.Name("ix_portal_accounts_organisation_key"));
        }
    }
}
