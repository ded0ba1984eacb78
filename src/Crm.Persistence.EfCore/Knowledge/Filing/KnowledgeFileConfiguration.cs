using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeFileConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeFile>
{
    public const string Table = "knowledge_files";
    public const string Root = "ItemId";

    public void Configure(EntityTypeBuilder<KnowledgeFile> builder)
    {
        builder.Part(model, Table, Root);
        builder.Property<KnowledgeItemId>(Root).HasConversion<IdConverter<KnowledgeItemId>>();
        builder.HasKey(Root, nameof(KnowledgeFile.Number)).HasName(model.Name("pk_knowledge_files"));
        builder.Property(f => f.Number).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(AttachmentName.MaxLength);
        builder.Property(f => f.ContentType).HasMaxLength(InteractionAttachment.MaxContentTypeLength);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.Property(f => f.StorageKey).HasMaxLength(InteractionAttachment.MaxKeyLength);
    }
}
