using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class CampaignConfiguration(CrmModel model) : IEntityTypeConfiguration<Campaign>
{
    public const string Table = "campaigns";

    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.Aggregate<Campaign, CampaignId>(model, Table);
        builder.Ignore(c => c.Window);
        builder.Ignore(c => c.Test);
        builder.Ignore(c => c.Scope);
        builder.Property(c => c.Key).HasMaxLength(Campaign.MaxKeyLength);
        builder.Property(c => c.Name).HasMaxLength(Campaign.MaxNameLength);
        builder.Property(c => c.SendTimes).HasMaxLength(SendWindow.MaxTextLength);
        builder.Property(c => c.ControlShare).Quantity(model);
        builder.Property(c => c.TestShare).Quantity(model);
        builder.Property(c => c.TestConfidence).Quantity(model);
        builder.Property(c => c.TestFallback).HasMaxLength(CampaignVariant.MaxKeyLength);
        builder.Property(c => c.Winner).HasMaxLength(CampaignVariant.MaxKeyLength);
        builder.Money(model, c => c.Budget, "Budget", isRequired: false);
        builder.HasParts(model, c => c.Segments, Table, CampaignSegmentConfiguration.Table, "CampaignId");
        builder.HasParts(model, c => c.Variants, Table, CampaignVariantConfiguration.Table, "CampaignId");
        builder.HasParts(model, c => c.Costs, Table, CampaignCostConfiguration.Table, "CampaignId");
        builder.CrmIndex(model, "ux_campaigns_key", true, nameof(Campaign.Key));
        builder.CrmIndex(model, "ix_campaigns_status", false, nameof(Campaign.Status), nameof(Campaign.Id));
    }
}
