using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Privacy;

internal sealed class ConsentEntryConfiguration(CrmModel model) : IEntityTypeConfiguration<ConsentEntry>
{
    public const string Table = "consents";

    public void Configure(EntityTypeBuilder<ConsentEntry> builder)
    {
        builder.Aggregate<ConsentEntry, ConsentEntryId>(model, Table);
        builder.Property(e => e.Source).HasMaxLength(ConsentEntry.MaxLineLength);
        builder.Property(e => e.Wording).HasMaxLength(ConsentEntry.MaxLineLength);
        builder.Property(e => e.Proof).HasMaxLength(ConsentEntry.MaxProofLength);
        builder.Property(e => e.ActorId).HasMaxLength(Actor.MaxIdLength);
        builder.Property(e => e.ActorName).HasMaxLength(200);
        builder.Property(e => e.TokenHash).HasMaxLength(64).HasAnnotation(CrmAnnotations.Derived, true);
        builder.PointsAtCustomer(nameof(ConsentEntry.CustomerId));
        builder.HasOne<Customer>().WithMany().HasForeignKey(e => e.CustomerId).OnDelete(DeleteBehavior.Restrict)
            .HasConstraintName(model.Name("fk_consents_customers"));
        builder.HasIndex(e => e.CustomerId).HasDatabaseName(model.Name("ix_consents_customer"));
        builder.HasIndex(e => e.MergeId).HasDatabaseName(model.Name("ix_consents_merge")).HasFilter("\"MergeId\" is not null");
        builder.HasIndex(e => e.TokenHash).HasDatabaseName(model.Name("ux_consents_token")).IsUnique().HasFilter("\"TokenHash\" is not null");
        builder.HasIndex(e => e.AnswersId).HasDatabaseName(model.Name("ux_consents_answers")).IsUnique().HasFilter("\"AnswersId\" is not null");
    }
}
