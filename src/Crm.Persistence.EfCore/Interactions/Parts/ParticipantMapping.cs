using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Interactions;

/// <summary>The columns that participants of contacts and of activities have alike.</summary>
internal static class ParticipantMapping
{
    public static void Participants<T, TOwnerId>(this EntityTypeBuilder<T> builder, CrmModel model, string table, string owner)
        where T : Participant
        where TOwnerId : struct, ICrmId<TOwnerId>
    {
        builder.Part(model, table, owner);
        builder.Property<TOwnerId>(owner).HasConversion<IdConverter<TOwnerId>>();
        builder.HasKey(owner, nameof(Participant.Number)).HasName(model.Name($"pk_{table}"));
        builder.Property(p => p.Number).ValueGeneratedNever();
        builder.Property(p => p.Address).HasMaxLength(Interaction.MaxAddressLength);
        builder.Property(p => p.Name).HasMaxLength(Interaction.MaxSubjectLength);
        builder.Property(p => p.AgentId).HasMaxLength(Actor.MaxIdLength);
        builder.HasOne<Customer>().WithMany().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name($"fk_{table}_customers"));
        builder.PointsAtCustomer(nameof(Participant.CustomerId));
        builder.HasIndex(p => p.CustomerId).HasDatabaseName(model.Name($"ix_{table}_customer")).HasFilter("\"CustomerId\" is not null");
    }
}
