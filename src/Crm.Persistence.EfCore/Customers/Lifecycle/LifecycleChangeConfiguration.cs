using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class LifecycleChangeConfiguration(CrmModel model) : IEntityTypeConfiguration<LifecycleChange>
{
    public const string Table = "lifecycle_changes";

    public void Configure(EntityTypeBuilder<LifecycleChange> builder)
    {
        builder.Part(model, Table, "CustomerId");
        builder.Property<CustomerId>("CustomerId").HasConversion<IdConverter<CustomerId>>();
        builder.IsPartOfCustomer();
        builder.HasKey("CustomerId", nameof(LifecycleChange.Ordinal)).HasName(model.Name("pk_lifecycle_changes"));
        builder.Property(c => c.Ordinal).ValueGeneratedNever();
        builder.Property(c => c.Reason).HasMaxLength(LifecycleChange.MaxReasonLength);
        builder.Property(c => c.ActorId).HasMaxLength(Actor.MaxIdLength);
    }
}
