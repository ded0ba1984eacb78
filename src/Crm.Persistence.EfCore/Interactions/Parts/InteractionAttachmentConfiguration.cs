using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class InteractionAttachmentConfiguration(CrmModel model) : IEntityTypeConfiguration<InteractionAttachment>
{
    public const string Table = "interaction_attachments";

    public void Configure(EntityTypeBuilder<InteractionAttachment> builder)
    {
        builder.Part(model, Table, "InteractionId");
        builder.Property<InteractionId>("InteractionId").HasConversion<IdConverter<InteractionId>>();
        builder.HasKey("InteractionId", nameof(InteractionAttachment.Number)).HasName(model.Name("pk_interaction_attachments"));
        builder.Property(a => a.Number).ValueGeneratedNever();
        builder.Property(a => a.Name).HasMaxLength(AttachmentName.MaxLength);
        builder.Property(a => a.ContentType).HasMaxLength(InteractionAttachment.MaxContentTypeLength);
        builder.Property(a => a.Sha256).HasMaxLength(64);
        builder.Property(a => a.StorageKey).HasMaxLength(InteractionAttachment.MaxKeyLength);
    }
}
