using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class CampaignVariantConfiguration(CrmModel model) : IEntityTypeConfiguration<CampaignVariant>
{
    public const string Table = "campaign_variants";

    public void Configure(EntityTypeBuilder<CampaignVariant> builder)
    {
        builder.Part(model, Table, "CampaignId");
        builder.Property<CampaignId>("CampaignId").HasConversion<IdConverter<CampaignId>>();
        builder.Property(v => v.Key).HasMaxLength(CampaignVariant.MaxKeyLength);
        builder.Property(v => v.TemplateKey).HasMaxLength(Campaign.MaxKeyLength);
        builder.HasKey("CampaignId", nameof(CampaignVariant.Key)).HasName(model.Name("pk_campaign_variants"));
    }
}
