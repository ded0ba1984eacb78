using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class CampaignResponseConfiguration(CrmModel model) : IEntityTypeConfiguration<CampaignResponse>
{
    public const string Table = "campaign_responses";

    public void Configure(EntityTypeBuilder<CampaignResponse> builder)
    {
        builder.Aggregate<CampaignResponse, CampaignResponseId>(model, Table);
        builder.Property(r => r.Key).HasMaxLength(CampaignResponse.MaxKeyLength);
        builder.Property(r => r.Detail).HasMaxLength(CampaignResponse.MaxDetailLength);
        builder.CrmIndex(model, "ux_campaign_responses_key", true, nameof(CampaignResponse.Key));
        builder.CrmIndex(model, "ix_campaign_responses_recipient", false, nameof(CampaignResponse.RecipientId), nameof(CampaignResponse.At));
        builder.HasIndex(r => r.CustomerId).HasDatabaseName(model.Name("ix_campaign_responses_customer_key"));
        builder.PointsAtCustomer(nameof(CampaignResponse.CustomerId));
        builder.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_campaign_responses_customers"));
    }
}
