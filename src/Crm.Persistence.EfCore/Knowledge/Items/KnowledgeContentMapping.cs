using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>The columns of what an item says, where it stands beside the item's own.</summary>
internal static class KnowledgeContentMapping
{
    public static void Content(this ComplexPropertyBuilder<KnowledgeContent> content, CrmModel model, string prefix)
    {
        content.Property(c => c.Title).HasMaxLength(KnowledgeItem.MaxTitleLength);
        content.Property(c => c.Summary).HasMaxLength(KnowledgeItem.MaxSummaryLength);
        content.Property(c => c.Body).Metadata.SetMaxLength(null);
        content.Property(c => c.Sku).HasMaxLength(KnowledgeItem.MaxSkuLength);
        content.Property(c => c.Environment).HasMaxLength(KnowledgeItem.MaxEnvironmentLength);
        content.Property(c => c.Kind).HasConversion<string>().HasMaxLength(32);
        content.MapValues(prefix, model.Database);
    }
}
