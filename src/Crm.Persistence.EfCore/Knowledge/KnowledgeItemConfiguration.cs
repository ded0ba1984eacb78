using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeItemConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeItem>
{
    public const string Table = "knowledge_items";

    public void Configure(EntityTypeBuilder<KnowledgeItem> builder)
    {
        builder.Aggregate<KnowledgeItem, KnowledgeItemId>(model, Table);
        builder.Property(i => i.Title).HasMaxLength(KnowledgeItem.MaxTitleLength);
        builder.Property(i => i.Summary).HasMaxLength(500);
        builder.LongText(i => i.Body);
        builder.Property(i => i.Sku).HasMaxLength(64);
        builder.Property(i => i.SourceKind).HasMaxLength(32);
        builder.CrmIndex(model, "ix_knowledge_items_status", false, nameof(KnowledgeItem.Status), nameof(KnowledgeItem.Audience));
        builder.CrmIndex(model, "ix_knowledge_items_published", false, nameof(KnowledgeItem.Status), nameof(KnowledgeItem.PublishedAt), nameof(KnowledgeItem.Id));
        builder.PointsAtSubject(nameof(KnowledgeItem.SourceKind), nameof(KnowledgeItem.SourceId));
    }
}
