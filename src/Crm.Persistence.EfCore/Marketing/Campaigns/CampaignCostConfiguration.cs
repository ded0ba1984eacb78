using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class CampaignCostConfiguration(CrmModel model) : IEntityTypeConfiguration<CampaignCost>
{
    public const string Table = "campaign_costs";

    public void Configure(EntityTypeBuilder<CampaignCost> builder)
    {
        builder.Part(model, Table, "CampaignId");
        builder.Property<CampaignId>("CampaignId").HasConversion<IdConverter<CampaignId>>();
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(CampaignCost.MaxNameLength);
        builder.Money(model, c => c.Amount, "Amount");
        builder.HasKey("CampaignId", nameof(CampaignCost.Number)).HasName(model.Name("pk_campaign_costs"));
    }
}
