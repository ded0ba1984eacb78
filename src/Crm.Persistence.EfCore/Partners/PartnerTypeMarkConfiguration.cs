using Crm.Domain.Partners;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class PartnerTypeMarkConfiguration(CrmModel model) : IEntityTypeConfiguration<PartnerTypeMark>
{
    public const string Table = "partner_types";

    public void Configure(EntityTypeBuilder<PartnerTypeMark> builder)
    {
        builder.Part(model, Table, PartnerConfiguration.Root);
        builder.Property<PartnerId>(PartnerConfiguration.Root).HasConversion<IdConverter<PartnerId>>();
        builder.HasKey(PartnerConfiguration.Root, nameof(PartnerTypeMark.Type)).HasName(model.Name("pk_partner_types"));
        builder.Property(t => t.Type).ValueGeneratedNever();
    }
}
