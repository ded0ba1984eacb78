using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeUseConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeUse>
{
    public const string Table = "knowledge_uses";

    public void Configure(EntityTypeBuilder<KnowledgeUse> builder)
    {
        builder.Aggregate<KnowledgeUse, KnowledgeUseId>(model, Table);
        builder.Property(u => u.SubjectKind).HasMaxLength(32);
        builder.Property(u => u.AgentId).HasMaxLength(Actor.MaxIdLength);

        // The item counts the reuse: where its change is refused, so is the link.
        builder.StandsWith(u => u.KnowledgeItemId);
        builder.PointsAtSubject(nameof(KnowledgeUse.SubjectKind), nameof(KnowledgeUse.SubjectId));
        builder.CrmIndex(
            model, "ux_knowledge_uses_item", true, nameof(KnowledgeUse.KnowledgeItemId), nameof(KnowledgeUse.SubjectId), nameof(KnowledgeUse.SubjectKind), nameof(KnowledgeUse.Kind));
        builder.CrmIndex(model, "ix_knowledge_uses_subject", false, nameof(KnowledgeUse.SubjectId));
        builder.CrmIndex(model, "ix_knowledge_uses_at", false, nameof(KnowledgeUse.KnowledgeItemId), nameof(KnowledgeUse.At), nameof(KnowledgeUse.Id));
    }
}
