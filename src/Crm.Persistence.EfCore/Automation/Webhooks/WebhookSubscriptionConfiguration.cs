using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Automation;

internal sealed class WebhookSubscriptionConfiguration(CrmModel model) : IEntityTypeConfiguration<WebhookSubscription>
{
    public const string Table = "webhooks";
    public const string Root = "SubscriptionId";

    public void Configure(EntityTypeBuilder<WebhookSubscription> builder)
    {
        builder.Aggregate<WebhookSubscription, WebhookSubscriptionId>(model, Table);
        builder.Property(s => s.Key).HasMaxLength(AutomationRule.MaxKeyLength);
        builder.Property(s => s.Target).HasMaxLength(WebhookTarget.MaxLength);
        builder.Property(s => s.InactiveReason).HasMaxLength(WebhookSubscription.MaxReasonLength);
        builder.HasParts(model, s => s.Events, Table, WebhookEventNameConfiguration.Table, Root);
        builder.HasParts(model, s => s.Secrets, Table, WebhookSecretConfiguration.Table, Root);
        builder.CrmIndex(model, "ux_webhooks_key", true, nameof(WebhookSubscription.Key));
    }
}
