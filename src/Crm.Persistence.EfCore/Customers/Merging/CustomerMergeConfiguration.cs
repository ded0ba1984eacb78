using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerMergeConfiguration(CrmModel model) : IEntityTypeConfiguration<CustomerMerge>
{
    public const string Table = "customer_merges";

    public void Configure(EntityTypeBuilder<CustomerMerge> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(m => m.Id).HasName(model.Name("pk_customer_merges"));
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.ActorId).HasMaxLength(Crm.Domain.Access.Actor.MaxIdLength);
        builder.Property(m => m.ActorName).HasMaxLength(200);
        builder.Property(m => m.Decisions).HasMaxLength(4000);
        builder.CrmIndex(model, "ix_customer_merges_survivor", false, nameof(CustomerMerge.SurvivorId));
        builder.CrmIndex(model, "ix_customer_merges_absorbed", false, nameof(CustomerMerge.AbsorbedId));
        builder.StaysInMerges(nameof(CustomerMerge.SurvivorId), "says who merged with whom then");
        builder.StaysInMerges(nameof(CustomerMerge.AbsorbedId), "says who merged with whom then");
    }
}
