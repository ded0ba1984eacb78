using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class DuplicatePairConfiguration(CrmModel model) : IEntityTypeConfiguration<DuplicatePair>
{
    public const string Table = "duplicate_pairs";

    public void Configure(EntityTypeBuilder<DuplicatePair> builder)
    {
        builder.Aggregate<DuplicatePair, DuplicatePairId>(model, Table);
        builder.Property(p => p.Tier).HasMaxLength(16);
        builder.Property(p => p.Reasons).HasMaxLength(DuplicatePair.MaxReasonsLength);
        builder.Property(p => p.DismissedBy).HasMaxLength(Actor.MaxIdLength);

        // A merge closes the pair, and undoing it opens it again, since both ids stay what was compared.
        builder.StaysInMerges(nameof(DuplicatePair.FirstId), "says who was compared; known pairs are looked up through tombstones");
        builder.StaysInMerges(nameof(DuplicatePair.SecondId), "says who was compared; known pairs are looked up through tombstones");
        builder.CrmIndex(model, "ux_duplicate_pairs_customers", true, nameof(DuplicatePair.FirstId), nameof(DuplicatePair.SecondId));
        builder.CrmIndex(model, "ix_duplicate_pairs_second", false, nameof(DuplicatePair.SecondId));
        builder.CrmIndex(model, "ix_duplicate_pairs_found", false, nameof(DuplicatePair.FoundAt), nameof(DuplicatePair.Id));
    }
}
