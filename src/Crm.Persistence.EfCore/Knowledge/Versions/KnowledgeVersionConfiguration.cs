using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeVersionConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeVersion>
{
    public const string Table = "knowledge_versions";
    public const string Root = "ItemId";

    public void Configure(EntityTypeBuilder<KnowledgeVersion> builder)
    {
        builder.Record(model, Table, Root);
        builder.Property<KnowledgeItemId>(Root).HasConversion<IdConverter<KnowledgeItemId>>();
        builder.HasKey(v => v.Id).HasName(model.Name("pk_knowledge_versions"));
        builder.Property(v => v.Id).ValueGeneratedNever();

        // Not unique: the version of the item says better that somebody was faster.
        builder.HasIndex(Root, nameof(KnowledgeVersion.Number)).HasDatabaseName(model.Name("ix_knowledge_versions_item"));
        builder.Property(v => v.ActorId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(v => v.Note).HasMaxLength(KnowledgeItem.MaxNoteLength);
        builder.ComplexProperty(v => v.Content, content =>
        {
            content.IsRequired();
            content.Content(model, string.Empty);
        });
    }
}
