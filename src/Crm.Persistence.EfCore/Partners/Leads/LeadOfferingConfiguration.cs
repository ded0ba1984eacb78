using Crm.Domain.Partners;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class LeadOfferingConfiguration(CrmModel model) : IEntityTypeConfiguration<LeadOffering>
{
    public const string Table = "lead_offerings";
    public const string Root = "OfferingId";

    public void Configure(EntityTypeBuilder<LeadOffering> builder)
    {
        builder.Aggregate<LeadOffering, LeadOfferingId>(model, Table);
        builder.Ignore(o => o.Place);
        builder.Ignore(o => o.Asked);
        builder.Property(o => o.Region).HasMaxLength(PostalAddress.MaxPlaceLength);
        builder.Property(o => o.PostalCode).HasMaxLength(PostalAddress.MaxPostalCodeLength);
        builder.HasOne<Partner>().WithMany().HasForeignKey(o => o.PartnerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_lead_offerings_partners"));
        builder.HasIndex(o => o.PartnerId).HasDatabaseName(model.Name("ix_lead_offerings_partner_key"));
        builder.HasParts(model, o => o.Offers, Table, LeadOfferConfiguration.Table, Root);
        builder.CrmIndex(model, "ux_lead_offerings_lead", true, nameof(LeadOffering.LeadId));
        builder.CrmIndex(model, "ix_lead_offerings_partner", false, nameof(LeadOffering.PartnerId), nameof(LeadOffering.BegunAt), nameof(LeadOffering.Id));

        // Jobs look for what is due of every tenant.
        builder.HasIndex(o => new { o.DueAt, o.Id }).HasDatabaseName(model.Name("ix_lead_offerings_due")).HasFilter("\"DueAt\" is not null");
    }
}
