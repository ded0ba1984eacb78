using Crm.Domain.Partners;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class LeadOfferConfiguration(CrmModel model) : IEntityTypeConfiguration<LeadOffer>
{
    public const string Table = "lead_offers";

    public void Configure(EntityTypeBuilder<LeadOffer> builder)
    {
        builder.Part(model, Table, LeadOfferingConfiguration.Root);
        builder.Ignore(o => o.Candidates);
        builder.Property<LeadOfferingId>(LeadOfferingConfiguration.Root).HasConversion<IdConverter<LeadOfferingId>>();
        builder.HasKey(LeadOfferingConfiguration.Root, nameof(LeadOffer.Ordinal)).HasName(model.Name("pk_lead_offers"));
        builder.Property(o => o.Ordinal).ValueGeneratedNever();
        builder.LongText(o => o.CandidateText);
        builder.Property(o => o.Note).HasMaxLength(LeadOffering.MaxNoteLength);
        builder.HasOne<Partner>().WithMany().HasForeignKey(o => o.PartnerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_lead_offers_partners"));
        builder.HasIndex(o => o.PartnerId).HasDatabaseName(model.Name("ix_lead_offers_partner_key"));
        builder.CrmIndex(model, "ix_lead_offers_partner", false, nameof(LeadOffer.PartnerId), nameof(LeadOffer.OfferedAt));
    }
}
