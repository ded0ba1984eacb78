using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Automation;

/// <summary>A part that no audit shows, encrypted where the host encrypts what is personal.</summary>
internal sealed class WebhookSecretConfiguration(CrmModel model) : IEntityTypeConfiguration<WebhookSecret>
{
    public const string Table = "webhook_secrets";

    public void Configure(EntityTypeBuilder<WebhookSecret> builder)
    {
        builder.Record(model, Table, WebhookSubscriptionConfiguration.Root);
        builder.Property<WebhookSubscriptionId>(WebhookSubscriptionConfiguration.Root).HasConversion<IdConverter<WebhookSubscriptionId>>();
        builder.HasKey(WebhookSubscriptionConfiguration.Root, nameof(WebhookSecret.Ordinal)).HasName(model.Name("pk_webhook_secrets"));
        builder.Property(s => s.Ordinal).ValueGeneratedNever();
        builder.Property(s => s.Value).HasMaxLength(200);
    }
}
