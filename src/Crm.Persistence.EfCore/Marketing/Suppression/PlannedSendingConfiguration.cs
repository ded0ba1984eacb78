using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class PlannedSendingConfiguration(CrmModel model) : IEntityTypeConfiguration<PlannedSending>
{
    public const string Table = "planned_sendings";

    public void Configure(EntityTypeBuilder<PlannedSending> builder)
    {
        builder.Written(model, Table, isInfrastructure: false);
        builder.HasKey(p => p.Id).HasName(model.Name("pk_planned_sendings"));
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Scope).HasMaxLength(PlannedSending.MaxScopeLength);
        builder.Property(p => p.AddressKey).HasMaxLength(PlannedSending.MaxKeyLength);
        builder.CrmIndex(model, "ux_planned_sendings_customer", true, nameof(PlannedSending.Scope), nameof(PlannedSending.CustomerId));
        builder.CrmIndex(model, "ix_planned_sendings_address", false, nameof(PlannedSending.Scope), nameof(PlannedSending.AddressKey));
        builder.CrmIndex(model, "ix_planned_sendings_day", false, nameof(PlannedSending.CustomerId), nameof(PlannedSending.Channel), nameof(PlannedSending.Day));
        if (model.IsTenanted)
        {
            builder.HasIndex(p => p.CustomerId).HasDatabaseName(model.Name("ix_planned_sendings_customer_key"));
        }

        builder.PointsAtCustomer(nameof(PlannedSending.CustomerId));
        builder.HasOne<Customer>().WithMany().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName(model.Name("fk_planned_sendings_customers"));
    }
}
