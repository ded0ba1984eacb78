using System.Text.Json;
using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Automation;

internal sealed class WebhookDeliveryConfiguration(CrmModel model) : IEntityTypeConfiguration<WebhookDelivery>
{
    public const string Table = "webhook_deliveries";

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.Ignore(d => d.MessageId);
        builder.Property(d => d.Attempts)
            .HasConversion(
                attempts => JsonSerializer.Serialize(attempts, EventJson.Options),
                text => JsonSerializer.Deserialize<IReadOnlyList<WebhookAttempt>>(text, EventJson.Options)!,
                new ValueComparer<IReadOnlyList<WebhookAttempt>>((a, b) => a!.SequenceEqual(b!), a => a.Count, a => a))
            .Metadata.SetMaxLength(null);
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(d => new { d.SubscriptionId, d.EventId }).HasName(model.Name("pk_webhook_deliveries"));
        builder.Property(d => d.EventName).HasMaxLength(AutomationRuleConfiguration.MaxEventNameLength);
        builder.HasOne<WebhookSubscription>().WithMany().HasForeignKey(d => d.SubscriptionId).OnDelete(DeleteBehavior.Cascade).HasConstraintName(model.Name("fk_webhook_deliveries_webhooks"));
        builder.HasIndex(d => new { d.SubscriptionId, d.CreatedAt, d.EventId }).HasDatabaseName(model.Name("ix_webhook_deliveries_at"));
        builder.HasIndex(d => d.DueAt).HasDatabaseName(model.Name("ix_webhook_deliveries_due")).HasFilter("\"DueAt\" is not null");
    }
}
