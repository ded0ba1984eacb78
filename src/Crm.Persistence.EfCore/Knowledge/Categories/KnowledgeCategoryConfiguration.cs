using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeCategoryConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeCategory>
{
    public const string Table = "knowledge_categories";

    public void Configure(EntityTypeBuilder<KnowledgeCategory> builder)
    {
        builder.Aggregate<KnowledgeCategory, KnowledgeCategoryId>(model, Table);
        builder.Property(c => c.Name).HasMaxLength(KnowledgeCategory.MaxNameLength);
        builder.HasOne<KnowledgeCategory>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_knowledge_categories_parents"));
        builder.HasIndex(c => c.ParentId).HasDatabaseName(model.Name("ix_knowledge_categories_parent"));
    }
}
