using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class MessageTemplateVersionConfiguration(CrmModel model) : IEntityTypeConfiguration<MessageTemplateVersion>
{
    public const string Table = "template_versions";

    public void Configure(EntityTypeBuilder<MessageTemplateVersion> builder)
    {
        builder.Part(model, Table, "TemplateId");
        builder.Property<MessageTemplateId>("TemplateId").HasConversion<IdConverter<MessageTemplateId>>();
        builder.HasKey("TemplateId", nameof(MessageTemplateVersion.Number)).HasName(model.Name("pk_template_versions"));
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Property(v => v.Subject).HasMaxLength(MessageTemplate.MaxSubjectLength);
        builder.LongText(v => v.Text);
        builder.LongText(v => v.Html);
        builder.Property(v => v.ActorId).HasMaxLength(Actor.MaxIdLength);
    }
}
