using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeSessionConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeSession>
{
    public const string Table = "knowledge_sessions";

    public void Configure(EntityTypeBuilder<KnowledgeSession> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(s => s.Id).HasName(model.Name("pk_knowledge_sessions"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.FiledKind).HasMaxLength(32);
        builder.PointsAtCustomer(nameof(KnowledgeSession.CustomerId));
        builder.PointsAtSubject(nameof(KnowledgeSession.FiledKind), nameof(KnowledgeSession.FiledId));
        builder.HasMany(s => s.Questions).WithOne().HasForeignKey(QuestionConfiguration.SessionId).IsRequired().OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_knowledge_questions_knowledge_sessions"));
        builder.HasMany(s => s.Words).WithOne().HasForeignKey(QuestionConfiguration.SessionId).IsRequired().OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_knowledge_query_words_knowledge_sessions"));
        builder.HasMany(s => s.Readings).WithOne().HasForeignKey(QuestionConfiguration.SessionId).IsRequired().OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_knowledge_readings_knowledge_sessions"));
        foreach (var parts in (string[])[nameof(KnowledgeSession.Questions), nameof(KnowledgeSession.Words), nameof(KnowledgeSession.Readings)])
        {
            builder.Navigation(parts).UsePropertyAccessMode(PropertyAccessMode.Field);
        }

        builder.CrmIndex(model, "ix_knowledge_sessions_reader", false, nameof(KnowledgeSession.Reader), nameof(KnowledgeSession.LastAt));
        builder.CrmIndex(model, "ix_knowledge_sessions_started", false, nameof(KnowledgeSession.StartedAt));
        builder.CrmIndex(model, "ix_knowledge_sessions_last", false, nameof(KnowledgeSession.LastAt));
        builder.CrmIndex(model, "ix_knowledge_sessions_over", false, nameof(KnowledgeSession.CaseUntil), nameof(KnowledgeSession.Id)).HasFilter("\"SettledAt\" is null");
        builder.HasIndex(s => s.CustomerId).HasDatabaseName(model.Name("ix_knowledge_sessions_customer")).HasFilter("\"CustomerId\" is not null");
    }
}
