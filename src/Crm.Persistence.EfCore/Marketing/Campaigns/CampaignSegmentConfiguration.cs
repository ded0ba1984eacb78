using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class CampaignSegmentConfiguration(CrmModel model) : IEntityTypeConfiguration<CampaignSegment>
{
    public const string Table = "campaign_segments";

    public void Configure(EntityTypeBuilder<CampaignSegment> builder)
    {
        builder.Part(model, Table, "CampaignId");
        builder.Property<CampaignId>("CampaignId").HasConversion<IdConverter<CampaignId>>();
        builder.Property(s => s.Key).HasMaxLength(Segment.MaxKeyLength);
        builder.HasKey("CampaignId", nameof(CampaignSegment.Key)).HasName(model.Name("pk_campaign_segments"));
    }
}
