using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class CampaignProgressConfiguration(CrmModel model) : IEntityTypeConfiguration<CampaignProgressRow>
{
    public const string Table = "campaign_progress";

    public void Configure(EntityTypeBuilder<CampaignProgressRow> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(p => p.CampaignId).HasName(model.Name("pk_campaign_progress"));
        builder.Property(p => p.CampaignId).ValueGeneratedNever();
        builder.StaysInMerges(nameof(CampaignProgressRow.After), "says how far a list was read in the order of ids, whoever they belong to");
    }
}
