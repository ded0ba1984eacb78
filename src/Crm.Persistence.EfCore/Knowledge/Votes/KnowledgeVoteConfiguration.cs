using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Knowledge;

internal sealed class KnowledgeVoteConfiguration(CrmModel model) : IEntityTypeConfiguration<KnowledgeVote>
{
    public const string Table = "knowledge_votes";

    public void Configure(EntityTypeBuilder<KnowledgeVote> builder)
    {
        builder.Aggregate<KnowledgeVote, KnowledgeVoteId>(model, Table);

        // The audit says that somebody voted; who a guest is, it need not say again.
        builder.Property(v => v.Reader).HasAnnotation(CrmAnnotations.Derived, true);
        builder.PointsAtCustomer(nameof(KnowledgeVote.CustomerId));
        builder.CrmIndex(model, "ux_knowledge_votes_item", true, nameof(KnowledgeVote.KnowledgeItemId), nameof(KnowledgeVote.Reader));
        builder.CrmIndex(model, "ix_knowledge_votes_reader", false, nameof(KnowledgeVote.Reader));
        builder.HasIndex(v => v.CustomerId).HasDatabaseName(model.Name("ix_knowledge_votes_customer")).HasFilter("\"CustomerId\" is not null");
    }
}
