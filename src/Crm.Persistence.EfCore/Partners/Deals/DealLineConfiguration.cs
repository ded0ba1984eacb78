using Crm.Domain.Partners;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Partners;

internal sealed class DealLineConfiguration(CrmModel model) : IEntityTypeConfiguration<DealLine>
{
    public const string Table = "deal_lines";

    public void Configure(EntityTypeBuilder<DealLine> builder)
    {
        builder.Part(model, Table, DealRegistrationConfiguration.Root);
        builder.Property<DealRegistrationId>(DealRegistrationConfiguration.Root).HasConversion<IdConverter<DealRegistrationId>>();
        builder.HasKey(DealRegistrationConfiguration.Root, nameof(DealLine.Sku)).HasName(model.Name("pk_deal_lines"));
        builder.Property(l => l.Sku).HasMaxLength(DealRegistration.MaxSkuLength).ValueGeneratedNever();
        builder.Property(l => l.Quantity).Quantity(model);
        builder.Property(l => l.UnitPrice).Quantity(model);
    }
}
