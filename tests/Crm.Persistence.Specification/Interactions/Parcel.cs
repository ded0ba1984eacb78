using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Interactions;

/// <summary>A thing of the host's own whose events belong into timelines.</summary>
public sealed class Parcel : AggregateRoot<OrderId>
{
    private Parcel()
    {
    }

    public Parcel(OrderId id, CustomerId customer, Instant now)
        : base(id)
    {
        CustomerId = customer;
        Raise(new ParcelSent(Id, CustomerId, now));
    }

    public CustomerId CustomerId { get; private set; }
}

[CrmEvent("shipping.parcel-sent")]
public sealed record ParcelSent(OrderId ParcelId, CustomerId CustomerId, Instant OccurredAt) : ITimelineEvent
{
    public TimelineNote ToTimeline() =>
        new("parcel-sent", "Parcel left", Audience.Customer, [CustomerId.ToSubject()]) { Reference = new SubjectReference("parcel", ParcelId.Value) };
}

/// <summary>The host's context.</summary>
public sealed class ParcelContext(DbContextOptions<ParcelContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseCrmTypes();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Parcel>(parcel =>
        {
            parcel.ToTable("parcels");
            parcel.Ignore(p => p.PendingEvents);
            parcel.Property(p => p.Id).ValueGeneratedNever();
        });
        modelBuilder.ApplyCrm(this);
        modelBuilder.RegisterCustomerReference<Parcel>(p => p.CustomerId);
    }
}
