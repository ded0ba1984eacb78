using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>No foreign key to the item: a row outlives it, so that readers in other processes hear of the removal.</summary>
internal sealed class KnowledgeSearchDocumentConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeSearchDocument>
{
    public const string Table = "knowledge_search_documents";

    public void Configure(EntityTypeBuilder<KnowledgeSearchDocument> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(d => d.ItemId).HasName(model.Name("pk_knowledge_search_documents"));
        builder.Property(d => d.ItemId).ValueGeneratedNever();
        builder.Property(d => d.Language).HasMaxLength(8);
        builder.LongText(d => d.Facets);
        builder.Property(d => d.Vector).Metadata.SetMaxLength(null);
        builder.Property(d => d.Asked).Metadata.SetMaxLength(null);
        builder.CrmIndex(model, "ix_knowledge_search_documents_change", false, nameof(KnowledgeSearchDocument.Change));
        builder.CrmIndex(model, "ix_knowledge_search_documents_language", false, nameof(KnowledgeSearchDocument.Language), nameof(KnowledgeSearchDocument.Audience), nameof(KnowledgeSearchDocument.AnalyserVersion));
    }
}
