using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Automation;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class JourneyRunConfiguration(CrmModel model) : IEntityTypeConfiguration<JourneyRun>
{
    public const string Table = "journey_runs";

    // Who works on a run is no part of it: neither its version nor its history changes by that.
    public const string Lease = "Lease";
    public const string LeaseUntil = "LeaseUntil";

    public void Configure(EntityTypeBuilder<JourneyRun> builder)
    {
        builder.Property<Guid?>(Lease);
        builder.Property<Instant?>(LeaseUntil).HasConversion<InstantConverter>();
        builder.Aggregate<JourneyRun, JourneyRunId>(model, Table);
        builder.Property(r => r.JourneyKey).HasMaxLength(JourneyStep.MaxKeyLength);
        builder.Property(r => r.Step).HasMaxLength(JourneyStep.MaxKeyLength);
        builder.Property(r => r.Problem).HasMaxLength(JourneyRun.MaxProblemLength);
        builder.Property(r => r.Chain).HasMaxLength(RuleRunConfiguration.MaxChainLength);

        // Two nulls are not the same, so that any number of runs may be over.
        builder.CrmIndex(model, "ux_journey_runs_live", true, nameof(JourneyRun.JourneyId), nameof(JourneyRun.CustomerId), nameof(JourneyRun.IsLive));
        builder.CrmIndex(model, "ix_journey_runs_journey", false, nameof(JourneyRun.JourneyKey), nameof(JourneyRun.EnteredAt), nameof(JourneyRun.Id));
        builder.CrmIndex(model, "ix_journey_runs_at", false, nameof(JourneyRun.EnteredAt), nameof(JourneyRun.Id));
        builder.CrmIndex(model, "ix_journey_runs_customer", false, nameof(JourneyRun.CustomerId), nameof(JourneyRun.EnteredAt), nameof(JourneyRun.Id));
        builder.HasIndex(r => r.DueAt).HasDatabaseName(model.Name("ix_journey_runs_due")).HasFilter("\"DueAt\" is not null");
        builder.HasIndex(Lease).HasDatabaseName(model.Name("ix_journey_runs_lease")).HasFilter("\"Lease\" is not null");
        if (model.IsTenanted)
        {
            builder.HasIndex(r => r.CustomerId).HasDatabaseName(model.Name("ix_journey_runs_customer_key"));
        }

        builder.PointsAtCustomer(nameof(JourneyRun.CustomerId));
        builder.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.Cascade).HasConstraintName(model.Name("fk_journey_runs_customers"));
    }
}
