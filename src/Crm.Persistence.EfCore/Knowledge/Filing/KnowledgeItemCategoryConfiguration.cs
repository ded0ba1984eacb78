using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeItemCategoryConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeItemCategory>
{
    public const string Table = "knowledge_filing";
    public const string Root = "ItemId";

    public void Configure(EntityTypeBuilder<KnowledgeItemCategory> builder)
    {
        builder.Part(model, Table, Root);
        builder.Property<KnowledgeItemId>(Root).HasConversion<IdConverter<KnowledgeItemId>>();
        builder.HasKey(Root, nameof(KnowledgeItemCategory.CategoryId)).HasName(model.Name("pk_knowledge_filing"));
        builder.Property(c => c.CategoryId).ValueGeneratedNever();
        builder.HasOne<KnowledgeCategory>().WithMany().HasForeignKey(c => c.CategoryId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_knowledge_filing_categories"));
        builder.HasIndex(c => c.CategoryId).HasDatabaseName(model.Name("ix_knowledge_filing_category"));
    }
}
