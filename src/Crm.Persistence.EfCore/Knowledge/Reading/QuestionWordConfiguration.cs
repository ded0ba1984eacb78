using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class QuestionWordConfiguration(CrmModel model) : IEntityTypeConfiguration<QuestionWord>
{
    public const string Table = "knowledge_query_words";

    public void Configure(EntityTypeBuilder<QuestionWord> builder)
    {
        builder.Record(model, Table, QuestionConfiguration.SessionId);
        builder.Property<KnowledgeSessionId>(QuestionConfiguration.SessionId).HasConversion<IdConverter<KnowledgeSessionId>>();
        builder.HasKey(w => new { w.QuestionId, w.Word }).HasName(model.Name("pk_knowledge_query_words"));
        builder.Property(w => w.QuestionId).ValueGeneratedNever();
        builder.Property(w => w.Word).ValueGeneratedNever();
        builder.HasIndex(QuestionConfiguration.SessionId).HasDatabaseName(model.Name("ix_knowledge_query_words_session"));
        builder.CrmIndex(model, "ix_knowledge_query_words_word", false, nameof(QuestionWord.Word), nameof(QuestionWord.Reader));
    }
}
