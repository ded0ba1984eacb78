using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class MessageTemplateConfiguration(CrmModel model) : IEntityTypeConfiguration<MessageTemplate>
{
    public const string Table = "message_templates";

    public void Configure(EntityTypeBuilder<MessageTemplate> builder)
    {
        builder.Aggregate<MessageTemplate, MessageTemplateId>(model, Table);
        builder.Ignore(t => t.Languages);
        builder.Property(t => t.Key).HasMaxLength(MessageTemplate.MaxKeyLength);
        builder.Property(t => t.Purpose).HasMaxLength(MessageTemplate.MaxPurposeLength);
        builder.HasParts(model, t => t.Versions, Table, MessageTemplateVersionConfiguration.Table, "TemplateId");
        builder.CrmIndex(model, "ux_message_templates_key", true, nameof(MessageTemplate.Key));
    }
}
