using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class CampaignRecipientConfiguration(CrmModel model) : IEntityTypeConfiguration<CampaignRecipient>
{
    public const string Table = "campaign_recipients";

    public void Configure(EntityTypeBuilder<CampaignRecipient> builder)
    {
        builder.Aggregate<CampaignRecipient, CampaignRecipientId>(model, Table);
        builder.Property(r => r.Variant).HasMaxLength(CampaignVariant.MaxKeyLength);
        builder.Property(r => r.Zone).HasMaxLength(100);
        builder.Property(r => r.AddressKey).HasMaxLength(PlannedSending.MaxKeyLength);
        builder.CrmIndex(model, "ux_campaign_recipients_customer", true, nameof(CampaignRecipient.CampaignId), nameof(CampaignRecipient.CustomerId));
        builder.CrmIndex(model, "ix_campaign_recipients_status", false, nameof(CampaignRecipient.CampaignId), nameof(CampaignRecipient.Status), nameof(CampaignRecipient.Variant));
        builder.CrmIndex(model, "ix_campaign_recipients_due", false, nameof(CampaignRecipient.DueAt), nameof(CampaignRecipient.Id)).HasFilter("\"DueAt\" is not null");
        builder.CrmIndex(model, "ix_campaign_recipients_message", false, nameof(CampaignRecipient.MessageId)).HasFilter("\"MessageId\" is not null");
        builder.CrmIndex(model, "ix_campaign_recipients_sent", false, nameof(CampaignRecipient.CustomerId), nameof(CampaignRecipient.SentAt));
        if (model.IsTenanted)
        {
            builder.HasIndex(r => r.CustomerId).HasDatabaseName(model.Name("ix_campaign_recipients_customer_key"));
        }

        builder.PointsAtCustomer(nameof(CampaignRecipient.CustomerId));
        builder.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_campaign_recipients_customers"));
    }
}
