using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Automation;

internal sealed class WebhookEventNameConfiguration(CrmModel model) : IEntityTypeConfiguration<WebhookEventName>
{
    public const string Table = "webhook_events";

    public void Configure(EntityTypeBuilder<WebhookEventName> builder)
    {
        builder.Part(model, Table, WebhookSubscriptionConfiguration.Root);
        builder.Property<WebhookSubscriptionId>(WebhookSubscriptionConfiguration.Root).HasConversion<IdConverter<WebhookSubscriptionId>>();
        builder.HasKey(WebhookSubscriptionConfiguration.Root, nameof(WebhookEventName.Name)).HasName(model.Name("pk_webhook_events"));
        builder.Property(e => e.Name).HasMaxLength(AutomationRuleConfiguration.MaxEventNameLength);
        builder.HasIndex(e => e.Name).HasDatabaseName(model.Name("ix_webhook_events_name"));
    }
}
