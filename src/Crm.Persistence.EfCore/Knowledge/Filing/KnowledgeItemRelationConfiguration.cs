using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeItemRelationConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeItemRelation>
{
    public const string Table = "knowledge_relations";
    public const string Root = "ItemId";

    public void Configure(EntityTypeBuilder<KnowledgeItemRelation> builder)
    {
        builder.Part(model, Table, Root);
        builder.Property<KnowledgeItemId>(Root).HasConversion<IdConverter<KnowledgeItemId>>();
        builder.HasKey(Root, nameof(KnowledgeItemRelation.RelatedId)).HasName(model.Name("pk_knowledge_relations"));
        builder.Property(r => r.RelatedId).ValueGeneratedNever();
        builder.CrmIndex(model, "ix_knowledge_relations_related", false, nameof(KnowledgeItemRelation.RelatedId));
    }
}
