using Crm.Domain.Customers;
using Crm.Domain.Partners;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class DealRegistrationConfiguration(CrmModel model) : IEntityTypeConfiguration<DealRegistration>
{
    public const string Table = "deal_registrations";
    public const string Root = "RegistrationId";

    public void Configure(EntityTypeBuilder<DealRegistration> builder)
    {
        builder.Aggregate<DealRegistration, DealRegistrationId>(model, Table);
        builder.Ignore(d => d.Amount);
        builder.Ignore(d => d.NextApproverId);
        builder.Property(d => d.Title).HasMaxLength(DealRegistration.MaxTitleLength);
        builder.Property(d => d.Prospect).HasMaxLength(DealRegistration.MaxProspectLength);
        builder.Property(d => d.Contact).HasMaxLength(DealRegistration.MaxContactLength);
        builder.Property(d => d.Note).HasMaxLength(DealRegistration.MaxNoteLength);
        builder.Property(d => d.Reason).HasMaxLength(DealRegistration.MaxReasonLength);
        builder.HasOne<Partner>().WithMany().HasForeignKey(d => d.PartnerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_deal_registrations_partners"));
        builder.HasOne<Customer>().WithMany().HasForeignKey(d => d.CustomerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_deal_registrations_customers"));
        builder.PointsAtCustomer(nameof(DealRegistration.CustomerId));
        builder.HasParts(model, d => d.Lines, Table, DealLineConfiguration.Table, Root);
        builder.HasParts(model, d => d.Approvals, Table, DealApprovalConfiguration.Table, Root);
        builder.HasParts(model, d => d.Claims, Table, DealClaimConfiguration.Table, Root);
        builder.HasIndex(d => d.PartnerId).HasDatabaseName(model.Name("ix_deal_registrations_partner_key"));
        builder.HasIndex(d => d.CustomerId).HasDatabaseName(model.Name("ix_deal_registrations_customer"));
        builder.CrmIndex(model, "ix_deal_registrations_partner", false, nameof(DealRegistration.PartnerId), nameof(DealRegistration.CreatedAt), nameof(DealRegistration.Id));
        builder.CrmIndex(model, "ix_deal_registrations_status", false, nameof(DealRegistration.Status), nameof(DealRegistration.CreatedAt), nameof(DealRegistration.Id));
        builder.CrmIndex(model, "ix_deal_registrations_created", false, nameof(DealRegistration.CreatedAt), nameof(DealRegistration.Id));

        // Jobs look for what is due of every tenant.
        builder.HasIndex(d => new { d.DueAt, d.Id }).HasDatabaseName(model.Name("ix_deal_registrations_due")).HasFilter("\"DueAt\" is not null");
    }
}
