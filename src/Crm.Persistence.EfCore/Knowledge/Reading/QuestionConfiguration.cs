using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class QuestionConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeQuestion>
{
    public const string Table = "knowledge_questions";
    public const string SessionId = "SessionId";

    public void Configure(EntityTypeBuilder<KnowledgeQuestion> builder)
    {
        builder.Record(model, Table, SessionId);
        builder.Property<KnowledgeSessionId>(SessionId).HasConversion<IdConverter<KnowledgeSessionId>>();
        builder.HasKey(q => q.Id).HasName(model.Name("pk_knowledge_questions"));
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.Language).HasMaxLength(8);
        builder.HasIndex(SessionId).HasDatabaseName(model.Name("ix_knowledge_questions_session"));
        builder.CrmIndex(model, "ix_knowledge_questions_at", false, nameof(KnowledgeQuestion.At));
    }
}
