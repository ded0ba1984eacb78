using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeItemTagConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeItemTag>
{
    public const string Table = "knowledge_tags";
    public const string Root = "ItemId";

    public void Configure(EntityTypeBuilder<KnowledgeItemTag> builder)
    {
        builder.Part(model, Table, Root);
        builder.Property<KnowledgeItemId>(Root).HasConversion<IdConverter<KnowledgeItemId>>();
        builder.HasKey(Root, nameof(KnowledgeItemTag.Name)).HasName(model.Name("pk_knowledge_tags"));
        builder.Property(t => t.Name).HasMaxLength(KnowledgeItemTag.MaxLength);
        builder.CrmIndex(model, "ix_knowledge_tags_name", false, nameof(KnowledgeItemTag.Name));
    }
}
