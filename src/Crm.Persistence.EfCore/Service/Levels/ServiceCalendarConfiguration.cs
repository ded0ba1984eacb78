using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceCalendarConfiguration(CrmModel model) : IEntityTypeConfiguration<ServiceCalendar>
{
    public const string Table = "calendars";

    public void Configure(EntityTypeBuilder<ServiceCalendar> builder)
    {
        builder.Aggregate<ServiceCalendar, ServiceCalendarId>(model, Table);
        builder.Property(c => c.Key).HasMaxLength(ServiceCalendar.MaxKeyLength);
        builder.Property(c => c.Name).HasMaxLength(ServiceCalendar.MaxNameLength);
        builder.HasParts(model, c => c.Versions, Table, ServiceCalendarVersionConfiguration.Table, ServiceCalendarVersionConfiguration.Root);
        builder.CrmIndex(model, "ux_calendars_key", true, nameof(ServiceCalendar.Key));
    }
}
