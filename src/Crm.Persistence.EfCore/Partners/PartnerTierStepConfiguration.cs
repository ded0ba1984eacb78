using Crm.Domain.Partners;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class PartnerTierStepConfiguration(CrmModel model) : IEntityTypeConfiguration<PartnerTierStep>
{
    public const string Table = "partner_tiers";

    public void Configure(EntityTypeBuilder<PartnerTierStep> builder)
    {
        builder.Part(model, Table, PartnerConfiguration.Root);
        builder.Property<PartnerId>(PartnerConfiguration.Root).HasConversion<IdConverter<PartnerId>>();
        builder.HasKey(PartnerConfiguration.Root, nameof(PartnerTierStep.From)).HasName(model.Name("pk_partner_tiers"));
        builder.Property(t => t.From).ValueGeneratedNever();
        builder.Property(t => t.Tier).HasMaxLength(Partner.MaxTierLength);
    }
}
