using Crm.Domain.Partners;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class PartnerFactConfiguration(CrmModel model) : IEntityTypeConfiguration<PartnerFact>
{
    public const string Table = "partner_facts";

    public void Configure(EntityTypeBuilder<PartnerFact> builder)
    {
        builder.Aggregate<PartnerFact, PartnerFactId>(model, Table);
        builder.Property(f => f.Reason).HasMaxLength(PartnerFact.MaxReasonLength);
        builder.Property(f => f.SourceKind).HasMaxLength(32);
        builder.Money(model, f => f.Amount, nameof(PartnerFact.Amount));
        builder.PointsAtSubject(nameof(PartnerFact.SourceKind), nameof(PartnerFact.SourceId));
        builder.HasOne<Partner>().WithMany().HasForeignKey(f => f.PartnerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_partner_facts_partners"));
        builder.HasIndex(f => f.PartnerId).HasDatabaseName(model.Name("ix_partner_facts_partner_key"));
        builder.CrmIndex(model, "ix_partner_facts_partner", false, nameof(PartnerFact.PartnerId), nameof(PartnerFact.BookedAt), nameof(PartnerFact.Id));

        // Each is taken back once.
        builder.CrmIndex(model, "ux_partner_facts_reverses", true, nameof(PartnerFact.ReversesId)).HasFilter("\"ReversesId\" is not null");
    }
}
