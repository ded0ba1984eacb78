using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceVisitConfiguration(CrmModel model) : IEntityTypeConfiguration<ServiceVisit>
{
    public const string Table = "visits";

    public void Configure(EntityTypeBuilder<ServiceVisit> builder)
    {
        builder.Ignore(v => v.Address);
        builder.Ignore(v => v.Place);
        builder.Ignore(v => v.Booking);
        builder.Aggregate<ServiceVisit, ServiceVisitId>(model, Table);
        builder.Property(v => v.Subject).HasMaxLength(ServiceVisit.MaxSubjectLength);
        builder.LongText(v => v.Instructions);
        builder.Property(v => v.Line1).HasMaxLength(PostalAddress.MaxLineLength);
        builder.Property(v => v.Line2).HasMaxLength(PostalAddress.MaxLineLength);
        builder.Property(v => v.PostalCode).HasMaxLength(PostalAddress.MaxPostalCodeLength);
        builder.Property(v => v.City).HasMaxLength(PostalAddress.MaxPlaceLength);
        builder.Property(v => v.Region).HasMaxLength(PostalAddress.MaxPlaceLength);
        builder.Property(v => v.TimeZone).HasMaxLength(60);
        builder.HasOne<Customer>().WithMany().HasForeignKey(v => v.CustomerId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_visits_customers"));
        builder.HasOne<ServiceCase>().WithMany().HasForeignKey(v => v.CaseId).OnDelete(DeleteBehavior.Restrict).HasConstraintName(model.Name("fk_visits_cases"));
        builder.PointsAtCustomer(nameof(ServiceVisit.CustomerId));
        builder.HasParts(model, v => v.Skills, Table, VisitSkillConfiguration.Table, "VisitId");
        builder.HasParts(model, v => v.Parts, Table, VisitPartConfiguration.Table, "VisitId");
        builder.HasParts(model, v => v.Bookings, Table, VisitBookingConfiguration.Table, "VisitId");
        builder.HasParts(model, v => v.PartsUsed, Table, VisitPartUsedConfiguration.Table, "VisitId");
        builder.CrmIndex(model, "ux_visits_number", true, nameof(ServiceVisit.Number));
        builder.CrmIndex(model, "ix_visits_customer", false, nameof(ServiceVisit.CustomerId), nameof(ServiceVisit.WindowUntil));
        builder.CrmIndex(model, "ix_visits_status", false, nameof(ServiceVisit.Status), nameof(ServiceVisit.WindowUntil), nameof(ServiceVisit.Id));
        builder.HasIndex(v => v.CaseId).HasDatabaseName(model.Name("ix_visits_case")).HasFilter("\"CaseId\" is not null");
        if (model.IsTenanted)
        {
            builder.HasIndex(v => v.CustomerId).HasDatabaseName(model.Name("ix_visits_customer_key"));
        }
    }
}
