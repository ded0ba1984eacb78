using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeLessonConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeLessonRow>
{
    public const string Table = "knowledge_lessons";

    public void Configure(EntityTypeBuilder<KnowledgeLessonRow> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(l => l.Id).HasName(model.Name("pk_knowledge_lessons"));
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.CrmIndex(model, "ix_knowledge_lessons_due", false, nameof(KnowledgeLessonRow.DueAt));
        builder.CrmIndex(model, "ix_knowledge_lessons_item", false, nameof(KnowledgeLessonRow.KnowledgeItemId), nameof(KnowledgeLessonRow.DueAt));
    }
}
