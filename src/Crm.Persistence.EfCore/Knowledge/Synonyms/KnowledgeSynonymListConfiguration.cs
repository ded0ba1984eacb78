using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeSynonymListConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeSynonymList>
{
    public const string Table = "knowledge_synonym_lists";

    public void Configure(EntityTypeBuilder<KnowledgeSynonymList> builder)
    {
        builder.Aggregate<KnowledgeSynonymList, KnowledgeSynonymListId>(model, Table);
        builder.Ignore(l => l.Groups);
        builder.Property(l => l.Language).HasMaxLength(8);
        builder.LongText(l => l.Text);
        builder.CrmIndex(model, "ux_knowledge_synonym_lists_language", true, nameof(KnowledgeSynonymList.Language));
    }
}
