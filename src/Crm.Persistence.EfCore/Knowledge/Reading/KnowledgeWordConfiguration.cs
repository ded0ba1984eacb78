using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>Two processes may learn a word at once: a second row of it does no harm, and a unique index would refuse a reader's save.</summary>
internal sealed class KnowledgeWordConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeWord>
{
    public const string Table = "knowledge_words";

    public void Configure(EntityTypeBuilder<KnowledgeWord> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(w => w.Id).HasName(model.Name("pk_knowledge_words"));
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Language).HasMaxLength(8);
        builder.Property(w => w.Term).HasMaxLength(40);
        builder.CrmIndex(model, "ix_knowledge_words_word", false, nameof(KnowledgeWord.Word));
    }
}
