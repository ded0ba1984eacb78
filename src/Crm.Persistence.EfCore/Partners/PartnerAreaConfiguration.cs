using Crm.Domain.Partners;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class PartnerAreaConfiguration(CrmModel model) : IEntityTypeConfiguration<PartnerArea>
{
    public const string Table = "partner_areas";

    public void Configure(EntityTypeBuilder<PartnerArea> builder)
    {
        builder.Part(model, Table, PartnerConfiguration.Root);
        builder.Ignore(a => a.Details);
        builder.Property<PartnerId>(PartnerConfiguration.Root).HasConversion<IdConverter<PartnerId>>();
        builder.HasKey(PartnerConfiguration.Root, nameof(PartnerArea.Ordinal)).HasName(model.Name("pk_partner_areas"));
        builder.Property(a => a.Ordinal).ValueGeneratedNever();
        builder.Property(a => a.Region).HasMaxLength(PostalAddress.MaxPlaceLength);
        builder.Property(a => a.PostalPrefix).HasMaxLength(PostalAddress.MaxPostalCodeLength);
    }
}
