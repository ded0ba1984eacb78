using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeItemConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeItem>
{
    public const string Table = "knowledge_items";

    public void Configure(EntityTypeBuilder<KnowledgeItem> builder)
    {
        builder.Aggregate<KnowledgeItem, KnowledgeItemId>(model, Table);
        builder.Ignore(i => i.Content);
        builder.Ignore(i => i.Latest);
        builder.Property(i => i.Title).HasMaxLength(KnowledgeItem.MaxTitleLength);
        builder.Property(i => i.TitleFolded).HasMaxLength(KnowledgeItem.MaxTitleLength).HasAnnotation(CrmAnnotations.Derived, true);
        builder.Property(i => i.Summary).HasMaxLength(KnowledgeItem.MaxSummaryLength);
        builder.LongText(i => i.Body);
        builder.Property(i => i.Sku).HasMaxLength(KnowledgeItem.MaxSkuLength);
        builder.Property(i => i.Environment).HasMaxLength(KnowledgeItem.MaxEnvironmentLength);
        builder.Property(i => i.SourceKind).HasMaxLength(32);
        builder.Property(i => i.WrittenBy).HasMaxLength(Actor.MaxIdLength);
        builder.Property(i => i.PublishedBy).HasMaxLength(Actor.MaxIdLength);
        builder.ComplexProperty(i => i.Next, next =>
        {
            next.IsRequired(false);
            next.Content(model, nameof(KnowledgeItem.Next));
        });
        builder.HasParts(model, i => i.Categories, Table, KnowledgeItemCategoryConfiguration.Table, KnowledgeItemCategoryConfiguration.Root);
        builder.HasParts(model, i => i.Tags, Table, KnowledgeItemTagConfiguration.Table, KnowledgeItemTagConfiguration.Root);
        builder.HasParts(model, i => i.Related, Table, KnowledgeItemRelationConfiguration.Table, KnowledgeItemRelationConfiguration.Root);
        builder.HasParts(model, i => i.Files, Table, KnowledgeFileConfiguration.Table, KnowledgeFileConfiguration.Root);

        // Written with the item, but read by itself: acts do not look back.
        builder.HasMany(i => i.Written).WithOne().HasForeignKey(KnowledgeVersionConfiguration.Root).IsRequired().OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name($"fk_{KnowledgeVersionConfiguration.Table}_{Table}"));
        builder.Navigation(i => i.Written).HasField("_written").UsePropertyAccessMode(PropertyAccessMode.Field);

        builder.CrmIndex(model, "ix_knowledge_items_status", false, nameof(KnowledgeItem.Status), nameof(KnowledgeItem.UpdatedAt), nameof(KnowledgeItem.Id));
        builder.CrmIndex(model, "ix_knowledge_items_updated", false, nameof(KnowledgeItem.UpdatedAt), nameof(KnowledgeItem.Id));
        builder.CrmIndex(model, "ix_knowledge_items_published", false, nameof(KnowledgeItem.PublishedAt), nameof(KnowledgeItem.Id));

        // Few items have an end, or are translations or parts: an index of the others too would not be chosen.
        builder.CrmIndex(model, "ix_knowledge_items_expiry", false, nameof(KnowledgeItem.Status), nameof(KnowledgeItem.ExpiresAt)).HasFilter("\"ExpiresAt\" is not null");
        builder.CrmIndex(model, "ux_knowledge_items_translation", true, nameof(KnowledgeItem.TranslationOfId), nameof(KnowledgeItem.Language)).HasFilter("\"TranslationOfId\" is not null");
        builder.CrmIndex(model, "ix_knowledge_items_part", false, nameof(KnowledgeItem.PartOfId), nameof(KnowledgeItem.PartPosition)).HasFilter("\"PartOfId\" is not null");
        builder.PointsAtSubject(nameof(KnowledgeItem.SourceKind), nameof(KnowledgeItem.SourceId));
    }
}
