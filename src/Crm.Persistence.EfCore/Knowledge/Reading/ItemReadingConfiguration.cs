using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class ItemReadingConfiguration(CrmModel model) : IEntityTypeConfiguration<ItemReading>
{
    public const string Table = "knowledge_readings";

    public void Configure(EntityTypeBuilder<ItemReading> builder)
    {
        builder.Record(model, Table, QuestionConfiguration.SessionId);
        builder.Property<KnowledgeSessionId>(QuestionConfiguration.SessionId).HasConversion<IdConverter<KnowledgeSessionId>>();
        builder.HasKey(r => r.Id).HasName(model.Name("pk_knowledge_readings"));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(QuestionConfiguration.SessionId).HasDatabaseName(model.Name("ix_knowledge_readings_session"));
        builder.CrmIndex(model, "ix_knowledge_readings_item", false, nameof(ItemReading.KnowledgeItemId), nameof(ItemReading.HelpedAt));
    }
}
